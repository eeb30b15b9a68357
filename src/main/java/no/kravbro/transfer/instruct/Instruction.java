package no.kravbro.transfer.instruct;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.agency.Action;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.DisputeOutcome;

/**
 * What an agency is to do with a claim: payload of a delivery, and what every mapping of it starts from.
 *
 * @param id our name of it on the wire, the same for every repetition
 * @param key of the claim
 * @param submission of the claim that it is about
 */
public record Instruction(
        String id,
        String key,
        int submission,
        Action action,
        String text,
        LocalDate day,
        Long amountOre,
        String replyTo,
        DisputeOutcome outcome,
        Long priceOre,
        List<String> attachments) {

    public Instruction {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** The instruction that a delivery carries. */
    public static Instruction parse(String payload) {
        try {
            return ExactJson.value(payload, Instruction.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of an instruction is none", notOurs);
        }
    }

    static Instruction of(Wanted wanted, String id, String key, int submission) {
        return new Instruction(
                id,
                key,
                submission,
                wanted.action(),
                wanted.text(),
                wanted.day(),
                wanted.amountOre(),
                wanted.replyTo(),
                wanted.outcome(),
                wanted.priceOre(),
                wanted.attachments());
    }

    Wanted wanted() {
        return new Wanted(action, text, day, amountOre, replyTo, outcome, priceOre, attachments);
    }

    String json() {
        return ExactJson.write(ExactJson.treeOf(this));
    }

    /** Natural key of its delivery. */
    static String deliveryKey(String claimKey, String id) {
        return claimKey + "/" + id;
    }

    /** What moves the run is carried out in the order in which it was wanted; the rest waits for nothing. */
    String group() {
        return switch (action) {
            case PAUSE, RESUME, NEW_DUE_DATE, DISPUTE, ANSWER_DISPUTE -> key + "/run";
            default -> deliveryKey(key, id);
        };
    }
}
