package no.kravbro.sandbox.autocollect;

import java.time.LocalDate;
import java.util.List;

/** One settlement as shown; it never changes. Øre. */
record SettlementRow(
        String settlementId,
        String organizationId,
        LocalDate settlementDate,
        LocalDate paymentDate,
        String caseNumber,
        String collectionType,
        String customerReference,
        String invoiceId,
        String invoiceNumber,
        String key,
        String reverses,
        List<LineRow> lines,
        RemittanceRow remittance) {

    /** The collective voucher, the same on all its settlements. */
    record RemittanceRow(
            String voucherNumber,
            LocalDate payoutDate,
            int settlementCount,
            long carriedInOre,
            long carriedOutOre,
            long netPayoutOre) {}

    long grossOre() {
        return lines.stream().mapToLong(LineRow::paidOre).sum();
    }

    long agencyTotalOre() {
        return lines.stream().mapToLong(LineRow::toAgencyOre).sum();
    }

    long netToCreditorOre() {
        return lines.stream().mapToLong(LineRow::toCreditorOre).sum();
    }
}
