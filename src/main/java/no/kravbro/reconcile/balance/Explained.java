package no.kravbro.reconcile.balance;

import java.time.LocalDate;

/**
 * A part of a difference and what it comes from.
 *
 * @param amountOre in øre, agency minus ledger
 * @param until last Oslo day on which it may be on its way, or null
 */
public record Explained(DifferenceCause cause, long amountOre, LocalDate until, String reference) {}
