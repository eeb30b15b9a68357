package no.kravbro.transfer.instruct;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.agency.Action;
import no.kravbro.claim.DisputeOutcome;

/**
 * What a person wants done with a claim at its agency.
 *
 * @param text message, or reason
 * @param day NEW_DUE_DATE: the new day; PAUSE: until when, or null; DISPUTE: when it was raised, or null for today
 * @param amountOre DISPUTE: the disputed part, null = all of it; ANSWER_DISPUTE: the part that is accepted
 * @param replyTo what the agency calls the question or objection that is answered, or null
 * @param outcome of ANSWER_DISPUTE
 * @param priceOre WITHDRAW: the price without VAT that was shown and is confirmed
 * @param attachments ids of what was kept for this claim
 */
public record Wanted(
        Action action,
        String text,
        LocalDate day,
        Long amountOre,
        String replyTo,
        DisputeOutcome outcome,
        Long priceOre,
        List<String> attachments) {

    public Wanted {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
        text = text == null || text.isBlank() ? null : text.strip();
    }

    /** An action that needs no more than a text. */
    public static Wanted of(Action action, String text) {
        return new Wanted(action, text, null, null, null, null, null, List.of());
    }
}
