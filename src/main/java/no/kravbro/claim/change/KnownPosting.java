package no.kravbro.claim.change;

import java.time.LocalDate;
import no.kravbro.claim.InvoicePosting;

/**
 * A posting as we remember it, with what we made of it.
 *
 * @param amountOre debit positive, credit negative
 * @param closeGroup the matching it stood in when it was last read, or null
 * @param standing false once it is on the invoice no more
 * @param round how often it was told as a payment; a payment that comes back is told anew under another id
 * @param toldOre what the agency believes of it, 0 when nothing
 */
public record KnownPosting(
        long id,
        Long voucherId,
        LocalDate date,
        long amountOre,
        Long closeGroup,
        Fate fate,
        boolean standing,
        int round,
        long toldOre) {

    static KnownPosting of(InvoicePosting posting, Fate fate, long toldOre) {
        return new KnownPosting(
                posting.id(),
                posting.voucherId(),
                posting.date(),
                posting.amountOre(),
                posting.closeGroup(),
                fate,
                true,
                1,
                toldOre);
    }

    KnownPosting read(InvoicePosting posting) {
        return new KnownPosting(id, voucherId, date, amountOre, posting.closeGroup(), fate, true, round, toldOre);
    }

    KnownPosting gone() {
        return new KnownPosting(id, voucherId, date, amountOre, closeGroup, fate, false, round, toldOre);
    }

    KnownPosting told(int inRound, long ore) {
        return new KnownPosting(id, voucherId, date, amountOre, closeGroup, fate, standing, inRound, ore);
    }

    /** The same when nobody was told after all. */
    public KnownPosting untold() {
        return told(round, 0);
    }

    /** Our name of the money event on every wire. */
    public String event() {
        return event(id, round);
    }

    static String event(long posting, int round) {
        return "posting-" + posting + (round == 1 ? "" : "-" + round);
    }

    boolean isTold() {
        return toldOre != 0;
    }
}
