package no.kravbro.reconcile.balance;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Money that only one side has counted so far.
 *
 * @param countedBy the one side that has
 * @param amountOre by how much it lowers what is left, in øre; negative when it raises it again
 * @param cause why the other side has not counted it, should it be late
 * @param until last Oslo day on which it may still be on its way; null when it is not on its way at all
 * @param reference what a person can look up: a posting, a settlement line, a delivery
 */
public record Movement(Side countedBy, long amountOre, DifferenceCause cause, LocalDate until, String reference) {

    public Movement {
        Objects.requireNonNull(countedBy, "countedBy");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(reference, "reference");
        if (amountOre == 0) {
            throw new IllegalArgumentException("A movement of nothing: " + reference);
        }
    }

    boolean inTransit(LocalDate today) {
        return until != null && !today.isAfter(until);
    }

    /** What it makes of agency minus ledger. */
    long differenceOre() {
        return countedBy == Side.LEDGER ? amountOre : Math.negateExact(amountOre);
    }
}
