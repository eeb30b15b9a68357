package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

/** Matchings that somebody opens again, money that is taken back, and what comes in twice. */
abstract class OpenedAgainContract extends BalanceSides {

    OpenedAgainContract(TestDatabases kind) {
        super(kind);
    }

    private void booked(String key, long posting, long ore, BookingState state) {
        bookings.intend(
                new NewBooking(key, "nordlys", "autocollect", SECOND, 2L, "VOUCHER", "{}", ore, ore, null, null));
        bookings.booked(
                key,
                new Bookings.Voucher(posting + 50, posting + "-2026", MONDAY),
                List.of(new BookedPosting(posting, 1500, -ore), new BookedPosting(posting + 1, 1920, ore)));
        bookings.state(key, state);
    }

    @Test
    void moneyThatWasBookedBackIsOpenThoughItsMatchingStands() {
        open(2, 0);
        booked("e-1", 21, 1_000_000, BookingState.MATCHED);
        booked("e-2", 31, -1_000_000, BookingState.OPEN_PART);

        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000))
                        .agreeing())
                .isEqualTo(2);
    }

    @Test
    void ourBookingCountsThoughItsMatchingWasOpenedAgain() {
        open(2, 1_000_000);
        booked("e-1", 21, 400_000, BookingState.MATCHED);

        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 600_000))
                        .agreeing())
                .isEqualTo(2);
    }

    @Test
    void whatCameInTwiceIsForTheCreditorToGiveBack() {
        CaseUpdate ended = told(SECOND, Stage.CLOSED, "PAID", 0, 300_000L);
        room.claims().follow("autocollect", List.of(ended));
        open(2, -300_000);
        compare(MONDAY, follows(FIRST, 1_000_000), ended);
        assertThat(causes()).containsExactly("OVERPAID " + SECOND + " 300000");
        open(2, 0);
        compare(TUESDAY, follows(FIRST, 1_000_000), ended);
        assertThat(causes()).isEmpty();
    }

    /** What the agency still follows is not owed either, but for another reason. */
    @Test
    void whatCameInTwiceIsNamedAlsoWhileTheAgencyGoesOn() {
        open(2, -300_000);
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 700_000));
        assertThat(causes())
                .containsExactlyInAnyOrder("OVERPAID " + SECOND + " 300000", "PRINCIPAL " + SECOND + " 700000");
    }

    /** The money came to the books at the moment both sides were compared, without it. */
    @Test
    void aClosedClaimIsComparedOnceMoreWhenMoneyWasBookedMeanwhile() {
        CaseUpdate ended = told(SECOND, Stage.CLOSED, "PAID", 0, 1_000_000L);
        room.claims().follow("autocollect", List.of(ended));
        open(2, 0);
        compare(MONDAY, follows(FIRST, 1_000_000), ended);
        assertThat(causes()).isEmpty();
        booked("e-1", 21, 300_000, BookingState.OPEN_PART);
        clock.advance(Duration.ofDays(7));
        compare(MONDAY.plusDays(7), follows(FIRST, 1_000_000), ended);
        assertThat(causes()).containsExactly("OVERPAID " + SECOND + " 300000");
    }

    /** Nobody need tell the agency, but somebody has to give it back. */
    @Test
    void moneyThatComesDirectlyAfterTheEndIsForTheCreditorToGiveBack() {
        CaseUpdate ended = told(SECOND, Stage.CLOSED, "PAID", 0, 0L);
        room.claims().follow("autocollect", List.of(ended));
        open(2, 0);
        compare(MONDAY, follows(FIRST, 1_000_000), ended);
        clock.advance(Duration.ofDays(7));
        compare(MONDAY.plusDays(7), follows(FIRST, 1_000_000), ended);
        clock.advance(Duration.ofDays(2));
        assertThat(compare(MONDAY.plusDays(9), follows(FIRST, 1_000_000), ended).claims())
                .isEqualTo(1);
        open(2, -30_000);
        compare(MONDAY.plusDays(9), follows(FIRST, 1_000_000), ended);

        assertThat(causes()).containsExactly("OVERPAID " + SECOND + " 30000");
    }

    /** The agency gave it back; what the creditor does with it is no difference. */
    @Test
    void aCaseThatWasHandedBackIsComparedAgainOnlyWhenTooMuchIsPaid() {
        CaseUpdate back = told(SECOND, Stage.CLOSED, "WITHDRAWN", 0, 0L);
        room.claims().follow("autocollect", List.of(back));
        compare(MONDAY, follows(FIRST, 1_000_000), back);
        clock.advance(Duration.ofDays(9));
        open(2, 400_000);
        assertThat(compare(MONDAY.plusDays(9), follows(FIRST, 1_000_000), back).claims())
                .isEqualTo(1);
        open(2, -100);
        compare(MONDAY.plusDays(9), follows(FIRST, 1_000_000), back);

        assertThat(causes()).containsExactly("OVERPAID " + SECOND + " 100");
    }

    @Test
    void aClosedClaimIsNotComparedForEverBecauseMoneyWasBooked() {
        CaseUpdate ended = told(SECOND, Stage.CLOSED, "PAID", 0, 1_000_000L);
        room.claims().follow("autocollect", List.of(ended));
        open(2, 0);
        compare(MONDAY, follows(FIRST, 1_000_000), ended);
        booked("e-1", 21, 300_000, BookingState.MATCHED);
        clock.advance(Duration.ofDays(1));
        assertThat(compare(TUESDAY, follows(FIRST, 1_000_000), ended).claims()).isEqualTo(2);
        clock.advance(Duration.ofDays(2));
        assertThat(compare(TUESDAY.plusDays(2), follows(FIRST, 1_000_000), ended)
                        .claims())
                .isEqualTo(2);
        clock.advance(Duration.ofDays(2));
        assertThat(compare(TUESDAY.plusDays(4), follows(FIRST, 1_000_000), ended)
                        .claims())
                .isEqualTo(1);
    }

    /** A list of what is open tells that a case has ended; why it has, its own changes tell later. */
    @Test
    void aCaseThatEndedBeforeItsReasonWasHeardIsComparedAgainWhenItIs() {
        compare(MONDAY, follows(FIRST, 1_000_000), told(SECOND, Stage.CLOSED, null, 0, null));
        assertThat(causes()).as("nobody can tell yet").isEmpty();
        room.claims().follow("autocollect", List.of(told(SECOND, Stage.CLOSED, "PAID", 0, null)));
        assertThat(compare(TUESDAY, follows(FIRST, 1_000_000)).inTransitOre()).isEqualTo(1_000_000);
        compare(MONDAY.plusDays(10), follows(FIRST, 1_000_000));

        assertThat(causes()).containsExactly("SETTLEMENT_MISSING " + SECOND + " -1000000");
    }

    @Test
    void asMuchAsTheInterestOfTheClaimIsNamedSoAndStaysUnexplained() {
        bookings.intend(new NewBooking(
                "e-1",
                "nordlys",
                "autocollect",
                SECOND,
                2L,
                "VOUCHER",
                "{\"lines\":[{\"kind\":\"LATE_INTEREST\",\"paidOre\":14911},{\"kind\":\"VAT\",\"paidOre\":0,\"toAgencyOre\":15000}]}",
                0,
                0,
                null,
                null));
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_014_911))
                        .unexplainedOre())
                .isEqualTo(14_911);
        assertThat(causes()).containsExactly("INTEREST " + SECOND + " 14911");
        compare(TUESDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_015_000));
        assertThat(causes()).containsExactly("VAT " + SECOND + " 15000");
    }

    @Test
    void theReasonThatIsKnownCountsThoughAListDoesNotTellIt() {
        room.claims().follow("autocollect", List.of(told(SECOND, Stage.CLOSED, "PAID", 0, null)));

        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), told(SECOND, Stage.CLOSED, null, 0, null))
                        .inTransitOre())
                .isEqualTo(1_000_000);
    }

    /** Interest that was settled is part of what the agency has been paid: no settlement of it is to come. */
    @Test
    void whatIsPaidAndSettledWithItsInterestIsNotWaitedFor() {
        open(2, 600_000);
        bookings.intend(new NewBooking(
                "e-1",
                "nordlys",
                "autocollect",
                SECOND,
                2L,
                "VOUCHER",
                "{\"grossOre\":414911}",
                400_000,
                400_000,
                null,
                null));
        bookings.booked("e-1", new Bookings.Voucher(50L, "5-2026", MONDAY), List.of());
        bookings.state("e-1", BookingState.MATCHED);
        CaseUpdate paid = told(SECOND, Stage.NOTICE, null, 590_000, 414_911L);
        compare(MONDAY.plusDays(3), follows(FIRST, 1_000_000), paid);

        assertThat(causes()).containsExactly("PRINCIPAL " + SECOND + " -10000");
    }

    @Test
    void whatWasSettledWithoutPrincipalIsNotWaitedFor() {
        CaseUpdate paid = told(SECOND, Stage.NOTICE, null, 600_000, 400_000L);
        compare(MONDAY, follows(FIRST, 1_000_000), paid);
        assertThat(causes()).as("the settlement may come").isEmpty();
        bookings.intend(new NewBooking(
                "e-1", "nordlys", "autocollect", SECOND, 2L, "VOUCHER", "{\"grossOre\":400000}", 0, 0, null, null));
        compare(TUESDAY, follows(FIRST, 1_000_000), paid);
        assertThat(causes()).containsExactly("SETTLEMENT_ZERO " + SECOND + " -400000");
    }

    /** Its own loss closes an invoice as well as our money does. */
    @Test
    void moneyIsMatchedOnlyWhenItStandsOnTheInvoice() {
        booked("e-1", 21, 1_000_000, BookingState.OPEN_PART);
        differences.open(new Differences.Found(
                "nordlys", SECOND, BookingFollowed.NOT_MATCHED, SECOND, 1_000_000, "Booked, and could not be matched"));
        PutRight putRight = new PutRight(differences, bookings, database.transaction());
        putRight.seen("nordlys", List.of(closedBy(99)));
        assertThat(causes()).containsExactly("BOOKED_NOT_MATCHED " + SECOND + " 1000000");
        assertThat(bookings.find("e-1").orElseThrow().state()).isEqualTo(BookingState.OPEN_PART);
        putRight.seen("nordlys", List.of(closedBy(21)));
        assertThat(causes()).isEmpty();
        assertThat(bookings.find("e-1").orElseThrow().state()).isEqualTo(BookingState.MATCHED);
    }

    private static Invoice closedBy(long posting) {
        return AnInvoice.ordinary()
                .open(0)
                .postings(
                        new InvoicePosting(20, AnInvoice.DUE, 1500, 1_000_000, 7L),
                        new InvoicePosting(posting, AnInvoice.DUE, 1500, -1_000_000, 7L))
                .build(2);
    }
}
