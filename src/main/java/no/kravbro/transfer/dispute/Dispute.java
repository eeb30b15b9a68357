package no.kravbro.transfer.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.DisputeOutcome;

/**
 * An objection of a debtor. Amounts in øre.
 *
 * @param heardFrom who told us
 * @param agencyReference what the agency calls it, or null
 * @param amountOre the disputed part, null = all of it
 * @param answerBy last day for the creditor's answer, or null
 * @param attachments ids of what belongs to it
 * @param agreedOre what was given up, or null
 * @param costOre what the agency's closing on silence costs, or null where it is not known
 * @param seenAtAgency the agency has shown that it knows of it
 */
public record Dispute(
        long id,
        String claimKey,
        String creditorId,
        Source heardFrom,
        String agencyReference,
        Long amountOre,
        String reason,
        LocalDate raisedOn,
        LocalDate answerBy,
        List<String> attachments,
        DisputeState state,
        DisputeOutcome outcome,
        Long agreedOre,
        String answer,
        LocalDate answeredOn,
        Long costOre,
        boolean seenAtAgency,
        Instant openedAt,
        Instant closedAt) {

    /** Whom the debtor has told. */
    public enum Source {
        CREDITOR,
        AGENCY
    }

    public boolean isOpen() {
        return state == DisputeState.OPEN;
    }

    /** Nothing of the claim may be collected now. A dispute about a part leaves the rest. */
    public boolean stops() {
        return amountOre == null && state.stops();
    }
}
