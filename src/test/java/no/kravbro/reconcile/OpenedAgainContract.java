package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
