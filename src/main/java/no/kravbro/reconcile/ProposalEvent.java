package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import no.kravbro.bundle.ExactJson;

/** The event of a booking that an agency has proposed. */
final class ProposalEvent {

    private ProposalEvent() {}

    /** What the agency calls the proposal. */
    static String id(NewBooking intent) {
        try {
            return ExactJson.read(intent.event()).path("id").asText();
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The event of booking " + intent.key() + " is no proposal", notOurs);
        }
    }
}
