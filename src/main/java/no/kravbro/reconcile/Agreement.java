package no.kravbro.reconcile;

import java.time.LocalDate;

/**
 * What comparing all claims of a creditor at an agency came to on a day. Amounts in øre, as sums of absolute amounts, so that
 * one too much does not hide one too little.
 *
 * @param claims how many were compared
 * @param agreeing of how many both sides say the same, or differ by what is on its way
 */
public record Agreement(
        String creditorId,
        LocalDate day,
        String agency,
        int claims,
        int agreeing,
        long inTransitOre,
        long explainedOre,
        long unexplainedOre) {

    /** Both sides say the same of every claim, or differ by what is on its way. */
    public boolean isGreen() {
        return agreeing == claims && unexplainedOre == 0;
    }
}
