package no.kravbro.money;

import java.time.LocalDate;
import java.util.List;

/**
 * A voucher that an agency proposes and a person in the accounting system decides. Amounts in øre.
 *
 * @param id the agency's id of the proposal; the key of its booking
 * @param type null when the agency's word is none we know
 * @param claimKey creditor organisation number, hyphen, invoice id
 * @param sourceVoucher voucher of the accounting system that it builds on, or null
 * @param reverses id of the proposal that this one takes back, or null
 * @param settled how the money was split, or null where the type has none
 */
public record Proposal(
        String id,
        Type type,
        String claimKey,
        String caseNumber,
        LocalDate date,
        String text,
        Long sourceVoucher,
        String reverses,
        List<ProposalLine> lines,
        Split settled) {

    /**
     * How the money was split, as the agency states it.
     *
     * @param carriedInOre and {@code carriedOutOre} 0 or negative: what the creditor owes
     * @param bankText what the bank statement tells, or null
     */
    public record Split(
            long grossOre,
            long agencyTotalOre,
            long netPayoutOre,
            long carriedInOre,
            long carriedOutOre,
            String bankText,
            List<SettlementLine> lines) {

        public Split {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    /** What it is about. */
    public enum Type {
        /** Paid to the creditor's account, not booked yet. */
        PAYMENT,
        /** Booked on the receivable already; moves what is not principal. */
        REPOSTING,
        /** Paid to the agency, which pays out net. */
        SETTLEMENT,
        COST,
        /** Only ever a person's decision. */
        WRITE_OFF,
        REVERSAL
    }

    public Proposal {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** What it takes off the invoice; negative when it is taken back. */
    public long principalOre() {
        return -sum(LineKind.PRINCIPAL.name());
    }

    /** What it puts on the interim account. */
    public long netOre() {
        return sum(ProposalLine.BANK);
    }

    /** Sum of the lines of a kind, debit positive. */
    long sum(String kind) {
        return lines.stream()
                .filter(line -> kind.equals(line.kind()))
                .mapToLong(ProposalLine::amountOre)
                .reduce(0, Math::addExact);
    }
}
