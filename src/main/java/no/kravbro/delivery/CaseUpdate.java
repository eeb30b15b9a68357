package no.kravbro.delivery;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.Stage;

/**
 * What an agency tells about a case: the canonical case document. Fields that are null leave the claim's as they are.
 *
 * @param key the claim's key
 * @param flags all flags that stand now
 * @param allowedActions the agency's own list for this case, in our words; empty when it gives none
 * @param remainingPrincipalOre principal still open at the agency, in øre
 * @param paidOre what the agency has been paid on it in all, in øre
 * @param remainingOre all that the debtor owes there, in øre
 * @param freeWithdrawalUntil last day of a withdrawal without cost
 * @param changedOn the Oslo day on which the agency changed the case last, where it tells
 */
public record CaseUpdate(
        String key,
        String caseNumber,
        String caseId,
        String invoiceId,
        Stage stage,
        List<String> flags,
        String closeReason,
        Long remainingPrincipalOre,
        Long paidOre,
        List<String> allowedActions,
        Long remainingOre,
        LocalDate freeWithdrawalUntil,
        LocalDate changedOn) {

    /** Of an agency that tells no more than this. */
    public CaseUpdate(
            String key,
            String caseNumber,
            String caseId,
            String invoiceId,
            Stage stage,
            List<String> flags,
            String closeReason,
            Long remainingPrincipalOre,
            Long paidOre,
            List<String> allowedActions) {
        this(
                key,
                caseNumber,
                caseId,
                invoiceId,
                stage,
                flags,
                closeReason,
                remainingPrincipalOre,
                paidOre,
                allowedActions,
                null,
                null,
                null);
    }

    public CaseUpdate {
        flags = flags == null ? List.of() : List.copyOf(flags);
        allowedActions = allowedActions == null ? List.of() : List.copyOf(allowedActions);
    }
}
