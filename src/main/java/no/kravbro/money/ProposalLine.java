package no.kravbro.money;

/**
 * One line of a proposed voucher.
 *
 * @param kind a {@link LineKind} name, {@link #BANK} or {@link #LOSS}; other text is kept and refused by the checks
 * @param account ledger account number as the agency has it, or null where the VAT code chooses it
 * @param vatCode VAT code of the accounting system, or null
 * @param amountOre debit positive, credit negative
 * @param customerNumber and {@code invoiceNumber} the open item, on the receivable only
 */
public record ProposalLine(
        String kind, Integer account, String vatCode, long amountOre, String customerNumber, String invoiceNumber) {

    /** The creditor's bank, in whose place the interim account is booked. */
    public static final String BANK = "BANK";

    /** Loss on receivables: never booked by itself. */
    public static final String LOSS = "LOSS";

    boolean is(LineKind other) {
        return other.name().equals(kind);
    }
}
