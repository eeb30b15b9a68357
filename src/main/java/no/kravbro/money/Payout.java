package no.kravbro.money;

/**
 * A payout that an agency has announced. Amounts in øre.
 *
 * @param bankText what the bank statement tells about it
 * @param arrivedOre what has been recognised as it so far
 */
public record Payout(String agency, String number, String bankText, long announcedOre, long arrivedOre) {

    long openOre() {
        return Math.subtractExact(announcedOre, arrivedOre);
    }
}
