package no.kravbro.claim;

import java.time.LocalDate;

/**
 * One posting on the receivable of an invoice.
 *
 * @param accountId the accounting system's id of the ledger account
 * @param amountOre debit positive, credit negative
 * @param closeGroup id of the matching it belongs to, or null while open
 */
public record InvoicePosting(long id, LocalDate date, long accountId, long amountOre, Long closeGroup) {}
