package no.kravbro.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Stage;

/**
 * A claim as it stands. Amounts in øre.
 *
 * @param stage as the agency told last, or null
 * @param agencyPrincipalOre principal still open as the agency told last, or null
 * @param caseNumber what people call the case at the agency, or null
 * @param agencyCase what the agency's wire calls the case, or null
 * @param agencyInvoice what the agency's wire calls the invoice, or null
 * @param allowedActions the agency's own list for the case, in our words; empty when it gave none
 * @param remainingOre all that the debtor owes at the agency as it told last, or null
 * @param freeWithdrawalUntil last day of a withdrawal without cost as the agency told, or null
 * @param receivedOn day on which the agency confirmed that it has it, or null
 * @param postponedTo due day that the creditor has set last, or null
 */
public record ClaimRow(
        String key,
        String creditorId,
        long invoiceId,
        String invoiceNumber,
        String agency,
        ClaimState state,
        Stage stage,
        Set<String> flags,
        String closeReason,
        int submission,
        long principalOre,
        long bookedPrincipalOre,
        Long agencyPrincipalOre,
        String caseNumber,
        String agencyCase,
        String agencyInvoice,
        Instant createdAt,
        Instant updatedAt,
        List<String> allowedActions,
        Long remainingOre,
        LocalDate freeWithdrawalUntil,
        LocalDate receivedOn,
        LocalDate postponedTo) {

    public ClaimRow {
        flags = Set.copyOf(flags);
        allowedActions = List.copyOf(allowedActions);
    }
}
