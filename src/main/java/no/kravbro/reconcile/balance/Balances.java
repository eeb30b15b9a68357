package no.kravbro.reconcile.balance;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What both sides say of one claim at the end of a day. Amounts in øre.
 *
 * @param ledgerOre open on the invoice in the ledger; null when the ledger does not have it
 * @param agencyOre principal left at the agency
 * @param openCases how many cases the agency has open for it
 * @param ours whether the agency holds it for the right creditor
 * @param parts interest, fees and tax that the claim is known to carry beside its principal, by the cause they could be
 */
public record Balances(
        String claimKey,
        Long ledgerOre,
        AtAgency standing,
        long agencyOre,
        int openCases,
        boolean ours,
        Map<DifferenceCause, Long> parts) {

    public Balances {
        Objects.requireNonNull(claimKey, "claimKey");
        Objects.requireNonNull(standing, "standing");
        parts = parts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(parts));
    }

    /** The same with what the claim carries beside its principal. */
    public Balances with(Map<DifferenceCause, Long> known) {
        return new Balances(claimKey, ledgerOre, standing, agencyOre, openCases, ours, known);
    }

    /** Agency minus ledger; who does not have the claim says zero, and what was handed back nobody compares. */
    public long differenceOre() {
        long ledger = ledgerOre == null ? 0 : ledgerOre;
        return switch (standing) {
            case HANDED_BACK -> 0;
            case FOLLOWED -> Math.subtractExact(agencyOre, ledger);
            case MISSING, SETTLED -> Math.negateExact(ledger);
        };
    }
}
