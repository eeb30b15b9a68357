package no.kravbro.claim;

import java.time.LocalDate;

/**
 * One posting on the receivable of an invoice.
 *
 * @param accountId the accounting system's id of the ledger account
 * @param amountOre debit positive, credit negative
 * @param closeGroup id of the matching it belongs to, or null while open
 * @param voucherId the voucher it stands in, or null where that was not read
 * @param accountNumber number of the ledger account, or null where that was not read
 * @param text what it says, or null
 */
public record InvoicePosting(
        long id,
        LocalDate date,
        long accountId,
        long amountOre,
        Long closeGroup,
        Long voucherId,
        Integer accountNumber,
        String text) {

    /** What the open item and the echo guard go by, without what an agency is told of it. */
    public InvoicePosting(long id, LocalDate date, long accountId, long amountOre, Long closeGroup) {
        this(id, date, accountId, amountOre, closeGroup, null, null, null);
    }
}
