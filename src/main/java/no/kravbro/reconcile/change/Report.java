package no.kravbro.reconcile.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import no.kravbro.bundle.ExactJson;

/**
 * What an agency is told of a change: payload of the deliveries that report, and what every mapping of them starts from.
 *
 * @param key of the claim
 * @param submission of the claim that it is about
 * @param event our name of the money event, the same for every repetition
 * @param reverses event that it takes back, or null
 * @param postingId the posting that it rests on
 * @param round how often that posting was reported, this time included
 * @param amountOre always greater than zero
 * @param originalOre of the whole invoice
 * @param creditNote number of the credit note, or null
 * @param full nothing is left of the claim
 */
public record Report(
        String key,
        int submission,
        String event,
        String reverses,
        long postingId,
        int round,
        Long voucherId,
        LocalDate date,
        long amountOre,
        String currency,
        long originalOre,
        String invoiceNumber,
        String customerNumber,
        String creditNote,
        boolean full) {

    private static final String GONE = "-back";

    /** The report that a delivery carries. */
    public static Report parse(String payload) {
        try {
            return ExactJson.value(payload, Report.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of a report is none", notOurs);
        }
    }

    /** Taken back without a posting that says so. */
    boolean byItself() {
        return event.endsWith(GONE);
    }

    String json() {
        return ExactJson.write(ExactJson.treeOf(this));
    }
}
