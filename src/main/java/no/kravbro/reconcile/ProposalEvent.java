package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import no.kravbro.bundle.ExactJson;

/** The event of a booking that an agency has proposed. */
final class ProposalEvent {

    private ProposalEvent() {}

    /** What the agency calls the proposal. */
    static String id(NewBooking intent) {
        return read(intent).path("id").asText();
    }

    /** What the bank statement tells about its money, or null where it has none. */
    static String bankText(NewBooking intent) {
        return read(intent).path("settled").path("bankText").asText(null);
    }

    private static JsonNode read(NewBooking intent) {
        try {
            return ExactJson.read(intent.event());
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The event of booking " + intent.key() + " is no proposal", notOurs);
        }
    }
}
