package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.money.PayoutState;
import no.kravbro.money.Remittance;
import no.kravbro.tripletex.DayWindow;
import no.kravbro.tripletex.InterimPosting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today is Monday the 5th of January 2026; payouts are announced for that day. */
abstract class PayoutContract extends DatabaseTest {

    private static final String CREDITOR = "nordlys";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final long NET = 12_421_22;
    private static final String TEXT = "Ihht samlebilag 48213";

    private Bookings bookings;
    private Remittances remittances;
    private Differences differences;
    private Payouts payouts;
    private PayoutWatch watch;

    PayoutContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        var room = new DeliveryRoom(database, clock);
        differences = new Differences(database.client(), database.transaction(), clock, clock);
        bookings = new Bookings(database.named(), database.transaction(), room.deliveries(), clock);
        remittances = new Remittances(database.named(), clock);
        payouts = new Payouts(database.client(), clock);
        watch = new PayoutWatch(payouts, bookings, differences, database.transaction(), clock);
    }

    private void announced(String number, long net) {
        remittances.expect(
                CREDITOR, "autocollect", new Remittance(number, "Ihht samlebilag " + number, DAY, 2, 0, 0, net));
    }

    private static InterimPosting posting(long id, long ore, String text) {
        return new InterimPosting(id, 500 + id, null, Set.of(id, id + 1_000), DAY, ore, text);
    }

    private void read(InterimPosting... postings) {
        watch.read(CREDITOR, watch.window(CREDITOR).orElseThrow(), List.of(postings));
    }

    private PayoutState state(String number) {
        return payouts.all(CREDITOR).stream()
                .filter(each -> each.payout().number().equals(number))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private List<String> open() {
        return differences.open(CREDITOR).stream()
                .map(each -> each.cause() + " " + each.subject() + " " + each.amountOre())
                .toList();
    }

    @Test
    void nothingIsReadWhileNothingIsExpected() {
        assertThat(watch.window(CREDITOR)).isEmpty();
        announced("48213", 0);
        assertThat(watch.window(CREDITOR)).isEmpty();
        watch.judge(CREDITOR);
        assertThat(state("48213")).isEqualTo(PayoutState.NOT_DUE);
    }

    @Test
    void theWindowReachesFromAWeekBeforeTheOldestOpenPayoutUntilToday() {
        announced("48213", NET);
        assertThat(watch.window(CREDITOR)).contains(DayWindow.through(DAY.minusDays(7), DAY));
        clock.advance(Duration.ofDays(40));
        assertThat(watch.window(CREDITOR)).contains(DayWindow.through(DAY.minusDays(7), DAY.plusDays(40)));
        read(posting(1, -NET, TEXT));
        assertThat(watch.window(CREDITOR)).as("settled long ago").isEmpty();
    }

    @Test
    void aPayoutIsRecognisedOnceHoweverOftenItIsRead() {
        announced("48213", NET);
        for (int times = 0; times < 3; times++) {
            read(posting(1, -NET, "Innbetaling " + TEXT + " Visma Amili"));
            assertThat(state("48213")).isEqualTo(PayoutState.PAID_OUT);
        }
        assertThat(open()).isEmpty();
    }

    @Test
    void lessIsShortUntilTheRestHasCome() {
        announced("48213", NET);
        read(posting(1, -10_000_00, TEXT));
        assertThat(state("48213")).isEqualTo(PayoutState.SHORT);
        assertThat(open()).containsExactly("PAYOUT_SHORT autocollect:48213 242122");
        read(posting(1, -10_000_00, TEXT), posting(2, -2_000_00, TEXT));
        assertThat(open()).containsExactly("PAYOUT_SHORT autocollect:48213 42122");
        read(posting(1, -10_000_00, TEXT), posting(2, -2_000_00, TEXT), posting(3, -421_22, TEXT));
        assertThat(state("48213")).isEqualTo(PayoutState.PAID_OUT);
        assertThat(open()).isEmpty();
    }

    @Test
    void moreIsOverUntilAPersonHasTakenItBack() {
        announced("48213", NET);
        read(posting(1, -NET, TEXT), posting(2, -NET, TEXT));
        assertThat(state("48213")).isEqualTo(PayoutState.OVER);
        assertThat(open()).containsExactly("PAYOUT_OVER autocollect:48213 -1242122");
        read(posting(1, -NET, TEXT), posting(2, -NET, TEXT), posting(3, NET, TEXT));
        assertThat(state("48213")).isEqualTo(PayoutState.PAID_OUT);
        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsDeletedHasNotArrived() {
        announced("48213", NET);
        read(posting(1, -NET, TEXT));
        read();
        assertThat(state("48213")).isEqualTo(PayoutState.EXPECTED);
    }

    @Test
    void nothingAfterThreeWorkingDaysIsLate() {
        announced("48213", NET);
        clock.advance(Duration.ofDays(3));
        read();
        assertThat(state("48213")).isEqualTo(PayoutState.EXPECTED);
        clock.advance(Duration.ofDays(1));
        read();
        assertThat(state("48213")).isEqualTo(PayoutState.LATE);
        assertThat(open()).containsExactly("PAYOUT_LATE autocollect:48213 1242122");
        read(posting(1, -NET, TEXT));
        assertThat(open()).isEmpty();
    }

    @Test
    void anAmountWithoutATextIsLeftToAPerson() {
        announced("48213", NET);
        announced("48214", NET);
        read(posting(1, -NET, "Innbetaling"));
        assertThat(open()).containsExactly("PAYOUT_UNCLEAR posting:1 1242122");
        assertThat(state("48213")).isEqualTo(PayoutState.EXPECTED);
        read(posting(1, -NET, "Innbetaling ihht samlebilag 48214"));
        assertThat(open()).isEmpty();
        assertThat(state("48213")).isEqualTo(PayoutState.EXPECTED);
        assertThat(state("48214")).isEqualTo(PayoutState.PAID_OUT);
    }

    @Test
    void ourOwnBookingsAreNoPayoutEvenUnderItsText() {
        announced("48213", NET);
        NewBooking known =
                new NewBooking("INK-1", CREDITOR, "autocollect", null, null, "VOUCHER", "{}", 0, NET, null, "48213");
        bookings.intend(known);
        bookings.intend(
                new NewBooking("INK-2", CREDITOR, "autocollect", null, null, "VOUCHER", "{}", 0, NET, null, "48213"));
        bookings.booked(
                "INK-1", new Bookings.Voucher(77L, "1-2026", DAY), List.of(new BookedPosting(1_001, 1960, -NET)));
        InterimPosting sibling = posting(1, -NET, TEXT);
        InterimPosting unknownOutcome = new InterimPosting(2, 502, "INK-2", Set.of(2L), DAY, -NET, TEXT);
        read(sibling, unknownOutcome);
        assertThat(state("48213")).isEqualTo(PayoutState.EXPECTED);
        assertThat(open()).isEmpty();
    }

    @Test
    void whatIsAnnouncedEventByEventUnderOneTextIsOnePayout() {
        for (String key : List.of("INK-kk2-f-1", "INK-kk2-f-2")) {
            payouts.add(
                    new NewBooking(key, CREDITOR, "kk2", null, null, "PROPOSAL", "{}", 0, 500_00, null, "KID 1000"),
                    "KID 1000",
                    DAY);
        }
        read(posting(1, -500_00, "KID 1000"));
        assertThat(state("KID 1000")).isEqualTo(PayoutState.SHORT);
        read(posting(1, -500_00, "KID 1000"), posting(2, -500_00, "kid 1000"));
        assertThat(state("KID 1000")).isEqualTo(PayoutState.PAID_OUT);
        payouts.add(
                new NewBooking(
                        "INK-kk2-f-3", CREDITOR, "kk2", null, null, "PROPOSAL", "{}", 0, -500_00, null, "KID 1000"),
                "KID 1000",
                DAY);
        read(posting(1, -500_00, "KID 1000"), posting(2, -500_00, "kid 1000"));
        assertThat(state("KID 1000")).isEqualTo(PayoutState.OVER);
    }

    @Test
    void anotherCreditorsPayoutsAreNotTouched() {
        announced("48213", NET);
        remittances.expect("fjell", "autocollect", new Remittance("48213", TEXT, DAY, 1, 0, 0, NET));
        read(posting(1, -NET, TEXT));
        assertThat(payouts.all("fjell")).extracting(Payouts.Announced::state).containsExactly(PayoutState.EXPECTED);
    }
}
