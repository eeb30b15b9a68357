package no.kravbro.reconcile;

/**
 * A posting of ours in the books.
 *
 * @param amountOre debit positive, credit negative
 */
public record BookedPosting(long postingId, long accountId, long amountOre) {}
