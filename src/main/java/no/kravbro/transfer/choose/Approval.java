package no.kravbro.transfer.choose;

import java.time.LocalDate;
import no.kravbro.claim.ClaimDocument;

/**
 * What somebody has handed over by name, as it was shown. Amounts in øre.
 *
 * @param content hash of all that was shown
 */
public record Approval(
        String claimKey,
        String creditorId,
        String agency,
        String takeover,
        LocalDate dueDate,
        long openOre,
        String content,
        String madeBy) {

    /** Whether what is about to be sent is what was shown. */
    public boolean covers(String target, ClaimDocument claim) {
        return agency.equals(target)
                && takeover.equals(claim.takeover())
                && dueDate.equals(claim.dueDate())
                && openOre == claim.remainingOre();
    }
}
