package no.kravbro.money;

import java.time.LocalDate;
import java.util.List;

/**
 * One money event at the agency: what was paid on one claim and how it was split. Never recomputed. Amounts in øre.
 *
 * @param id the agency's id of the event; the key of its booking
 * @param claimKey creditor organisation number, hyphen, invoice id
 * @param paymentDate day the debtor paid, or null for a deduction without payment
 * @param reverses id of the settlement this one takes back, or null
 * @param remittance the bank line that pays it out, or null while the agency has not told
 * @param payout number of that bank line where only the number is known yet, or null
 */
public record Settlement(
        String id,
        String claimKey,
        String caseNumber,
        String invoiceNumber,
        LocalDate settlementDate,
        LocalDate paymentDate,
        String currency,
        long grossOre,
        long agencyTotalOre,
        long netToCreditorOre,
        String reverses,
        List<SettlementLine> lines,
        Remittance remittance,
        String payout) {

    public Settlement {
        lines = lines == null ? List.of() : List.copyOf(lines);
        payout = remittance == null ? payout : remittance.number();
    }

    /** The same with the sums of its lines as totals, where the wire states none. */
    public Settlement summed() {
        return new Settlement(
                id,
                claimKey,
                caseNumber,
                invoiceNumber,
                settlementDate,
                paymentDate,
                currency,
                SettlementChecks.sum(this, SettlementLine::paidOre),
                SettlementChecks.sum(this, SettlementLine::toAgencyOre),
                SettlementChecks.sum(this, SettlementLine::toCreditorOre),
                reverses,
                lines,
                remittance,
                payout);
    }
}
