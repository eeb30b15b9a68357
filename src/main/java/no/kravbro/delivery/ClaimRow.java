package no.kravbro.delivery;

import java.time.Instant;
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
        Instant updatedAt) {

    public ClaimRow {
        flags = Set.copyOf(flags);
    }
}
