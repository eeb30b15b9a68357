package no.kravbro.reconcile.report;

import java.time.LocalDate;
import java.util.List;

/**
 * A claim, and a booking on it in the period; one line for each booking, one for a claim without. Amounts in øre.
 *
 * @param ledgerOre open in the books at the last comparison of the period, or null
 * @param agencyOre principal left at the agency then, or null
 * @param differences causes of differences that are not over, with their states
 * @param bookingKey null for a claim without a booking in the period, and so are the fields behind it
 * @param voucherNumber of all vouchers that it became, with commas; null until the accounting system has told it
 * @param payoutState how the payout stands in which the money came, or null
 */
public record ReportLine(
        String claimKey,
        String invoiceNumber,
        String caseNumber,
        String state,
        long principalOre,
        Long ledgerOre,
        Long agencyOre,
        long unexplainedOre,
        boolean agrees,
        List<String> differences,
        String bookingKey,
        String voucherNumber,
        LocalDate bookedOn,
        Long bookedOre,
        Long netOre,
        String remittance,
        String payoutState,
        LocalDate arrivedOn) {

    public ReportLine {
        differences = List.copyOf(differences);
    }
}
