package no.kravbro.reconcile;

import java.time.LocalDate;
import no.kravbro.reconcile.balance.BalanceCheck;
import no.kravbro.reconcile.balance.Balances;

/**
 * What both sides said of a claim, and what came of comparing it.
 *
 * @param agencyPaidOre what the agency says it has been paid on the claim, in øre, or null where its wire does not tell
 */
record Capture(Balances balances, Long agencyPaidOre, BalanceCheck check, LocalDate day) {}
