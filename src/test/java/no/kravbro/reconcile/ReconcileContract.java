package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.money.AccountRole;
import no.kravbro.money.Money;
import no.kravbro.money.Posting;
import no.kravbro.money.Remittance;
import no.kravbro.money.RemittanceCheck;
import no.kravbro.money.SettlementBooking;
import no.kravbro.money.Voucher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

abstract class ReconcileContract extends DatabaseTest {
    private static final String CLAIM = "310245674-1";
    private static final Bookings.Voucher VOUCHER = new Bookings.Voucher(77L, "12-2026", LocalDate.of(2026, 1, 5));

    private DeliveryRoom room;
    private Bookings bookings;
    private Remittances remittances;
    private Differences differences;
    private BookingFollowed followed;

    ReconcileContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        differences = new Differences(database.client(), database.transaction(), clock, clock);
        var beans = new StaticListableBeanFactory();
        followed = new BookingFollowed(
                beans.getBeanProvider(Bookings.class), beans.getBeanProvider(Deliveries.class), differences);
        room = new DeliveryRoom(database, clock, 10, List.of(followed));
        bookings = new Bookings(database.named(), database.transaction(), room.deliveries(), clock);
        beans.addBean("bookings", bookings);
        beans.addBean("deliveries", room.deliveries());
        remittances = new Remittances(database.named(), clock);
    }

    private static NewBooking booking(String key, long principalOre, long netOre) {
        return new NewBooking(
                key, "nordlys", "autocollect", CLAIM, 1L, "VOUCHER", "{}", principalOre, netOre, 1_000_000L, "48213");
    }

    private static NewDelivery delivery(String key) {
        return new NewDelivery(
                DeliveryKind.BOOK_VOUCHER, key, 1, "tripletex", "invoice-1", "nordlys", CLAIM, "{}", 1_000_000);
    }

    @Test
    void aMoneyEventIsIntendedOnceWithItsDelivery() {
        assertThat(bookings.intend(booking("e-1", 1_000_000, 900_000), delivery("e-1")))
                .isTrue();
        assertThat(bookings.intend(booking("e-1", 5, 5), delivery("other"))).isFalse();
        assertThat(bookings.find("e-1")).get().satisfies(booking -> {
            assertThat(booking.state()).isEqualTo(BookingState.INTENDED);
            assertThat(booking.intent()).isEqualTo(booking("e-1", 1_000_000, 900_000));
            assertThat(booking.voucherId()).isNull();
        });
        assertThat(room.deliveries().ofClaim(CLAIM))
                .extracting(each -> each.key())
                .containsExactly("e-1");
    }

    @Test
    void whatIsBookedIsRememberedPostingByPostingAndSummedUp() {
        room.claim(CLAIM, 1);
        bookings.intend(booking("e-1", 600_000, 500_000));
        bookings.intend(booking("e-2", 400_000, 400_000));
        var postings = List.of(new BookedPosting(11, 1500, -600_000), new BookedPosting(12, 1920, 500_000));
        bookings.booked("e-1", VOUCHER, postings);
        bookings.booked("e-1", VOUCHER, postings);
        assertThat(bookings.find("e-1")).get().satisfies(booking -> {
            assertThat(booking.state()).isEqualTo(BookingState.BOOKED);
            assertThat(booking.voucherId()).isEqualTo(77);
            assertThat(booking.voucherNumber()).isEqualTo("12-2026");
            assertThat(booking.bookedOn()).isEqualTo(VOUCHER.date());
        });
        assertThat(bookings.postings("e-1")).isEqualTo(postings);
        assertThat(bookings.ours("nordlys", List.of(11L, 12L, 13L))).containsExactlyInAnyOrder(11L, 12L);
        assertThat(bookings.ours("fjell", List.of(11L))).isEmpty();
        assertThat(bookings.ours("nordlys", List.of())).isEmpty();
        assertThat(room.bookedPrincipal(CLAIM)).isEqualTo(600_000);
        bookings.state("e-1", BookingState.MATCHED);
        assertThat(room.bookedPrincipal(CLAIM)).isEqualTo(600_000);
        assertThat(bookings.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(BookingState.MATCHED, 1L, BookingState.INTENDED, 1L));
        bookings.state("e-1", BookingState.DELETED);
        assertThat(room.bookedPrincipal(CLAIM)).isZero();
        assertThat(bookings.ofRemittance("nordlys", "autocollect", "48213"))
                .extracting(Booking::key)
                .containsExactly("e-1", "e-2");
    }

    @Test
    void aPartThatALaterMatchingClosedIsNotOpenAgain() {
        bookings.intend(booking("e-1", 600_000, 600_000));
        bookings.intend(booking("e-2", 400_000, 400_000));
        bookings.booked("e-1", VOUCHER, List.of());
        bookings.booked("e-2", new Bookings.Voucher(78L, "13-2026", VOUCHER.date()), List.of());
        looked("e-1", Map.of("matched", "false"));
        assertThat(state("e-1")).isEqualTo(BookingState.OPEN_PART);
        looked("e-2", Map.of("matched", "true", "outstandingOre", "0"));
        looked("e-1", Map.of("matched", "false"));
        assertThat(state("e-1")).isEqualTo(BookingState.MATCHED);
    }

    /** The other one of the same claim that came with it is shown, and does not hide it. */
    @Test
    void aPartThatTheInvoiceDoesNotShowStandsOutThoughAnotherIsShown() {
        var one = new BookedPosting(11, 1500, -600_000);
        bookings.intend(booking("e-1", 600_000, 600_000));
        bookings.intend(booking("e-2", 400_000, 400_000));
        bookings.booked("e-1", VOUCHER, List.of(one));
        bookings.booked(
                "e-2",
                new Bookings.Voucher(78L, "13-2026", VOUCHER.date()),
                List.of(new BookedPosting(12, 1500, -400_000)));
        List<Delivery> both = List.of(matching("e-1"), matching("e-2"));
        var shown = new Outcome.Accepted(Map.of("matched", "true", "outstandingOre", "600000", "shown", "12"));
        followed.acceptedAll(both.stream()
                .map(each -> new Consequence.Confirmed(each, shown))
                .toList());

        assertThat(differences.open("nordlys")).extracting(Difference::cause).containsExactly("BOOKED_NOT_MATCHED");
    }

    private BookingState state(String key) {
        return bookings.find(key).orElseThrow().state();
    }

    private void looked(String key, Map<String, String> references) {
        followed.accepted(matching(key), new Outcome.Accepted(references));
    }

    private Delivery matching(String key) {
        var booking = bookings.find(key).orElseThrow().intent();
        return room.deliveries()
                .find(room.deliveries().add(BookingOrders.matching(booking)))
                .orElseThrow();
    }

    @Test
    void onlyPostingsOfThePageAreAskedForTheirVoucher() {
        bookings.intend(booking("e-1", 600_000, 500_000));
        bookings.booked("e-1", VOUCHER, List.of(new BookedPosting(11, 1500, -600_000), new BookedPosting(12, 1920, 1)));
        database.client().sql("update booking set way = 'INVOICE_PAYMENT'").update();
        PaymentVouchers payments = new PaymentVouchers(database.named());
        assertThat(payments.missing("nordlys", List.of(11L, 13L))).containsExactly(11L);
        assertThat(payments.missing("nordlys", List.of())).isEmpty();
        payments.found("nordlys", Map.of(11L, "12-2026"));
        assertThat(payments.missing("nordlys", List.of(11L))).isEmpty();
    }

    @Test
    void whatAPersonEndsIsAbandonedWithItsReason() {
        room.claim(CLAIM, 1);
        bookings.intend(booking("e-1", 600_000, 600_000), delivery("e-1"));
        followed.cancelled(ordered("e-1"), "CLOSED_DONE_BY_HAND");
        assertThat(bookings.find("e-1")).get().satisfies(booking -> {
            assertThat(booking.state()).isEqualTo(BookingState.ABANDONED);
            assertThat(booking.state().booked()).isFalse();
            assertThat(booking.endReason()).isEqualTo("DONE_BY_HAND");
        });
        assertThat(room.bookedPrincipal(CLAIM)).isZero();
    }

    @Test
    void whatStandsInTheBooksStaysWhenAPersonEndsItsMatching() {
        bookings.intend(booking("e-1", 600_000, 600_000));
        bookings.booked("e-1", VOUCHER, List.of());
        long id = room.deliveries()
                .add(BookingOrders.matching(bookings.find("e-1").orElseThrow().intent()));
        followed.cancelled(room.deliveries().find(id).orElseThrow(), "CLOSED_OTHER");
        assertThat(state("e-1")).isEqualTo(BookingState.BOOKED);
    }

    /** The rest of a settlement, in a voucher beside the payment, may be ended without the principal. */
    @Test
    void endingTheRestLeavesThePrincipal() {
        bookings.intend(byPayment("e-1"), delivery("e-1"));
        followed.cancelled(ordered("e-1"), "CLOSED_OTHER");
        assertThat(state("e-1")).isEqualTo(BookingState.INTENDED);
        bookings.booked("e-1", new Bookings.Voucher(null, null, VOUCHER.date()), List.of());
        assertThat(bookings.find("e-1")).get().extracting(Booking::endReason).isEqualTo("OTHER");
    }

    /** Closed because the accountant has booked all of it: nothing of it may be posted after that. */
    @Test
    void endingThePrincipalEndsTheRestThatWaitsForIt() {
        bookings.intend(byPayment("e-1"), orders("e-1"));
        Work payment = room.works("tripletex", 10).get(0);
        var refused = new Outcome.Rejected("PAYMENT_REFUSED", "422");
        assertThat(room.deliveries().record(payment, Map.of(payment.ids().get(0), refused)))
                .singleElement()
                .satisfies(givenUp -> assertThat(givenUp.delivery().amountOre()).isEqualTo(9));
        room.deliveries().cancel(payment.ids().get(0), "CLOSED_DONE_BY_HAND");
        assertThat(room.works("tripletex", 10)).isEmpty();
        assertThat(ordered("e-1")).satisfies(rest -> {
            assertThat(rest.state()).isEqualTo(DeliveryState.CANCELLED);
            assertThat(rest.cause()).isEqualTo("CLOSED_DONE_BY_HAND");
            assertThat(rest.amountOre()).isEqualTo(2);
        });
        assertThat(state("e-1")).isEqualTo(BookingState.ABANDONED);
    }

    /** A payment of 9 and beside it a voucher that takes 2 off the interim account. */
    private static NewDelivery[] orders(String key) {
        Voucher voucher = Voucher.on(VOUCHER.date(), key, "the rest")
                .add(Posting.of(AccountRole.INTERIM, Money.nok(-2), "fee"))
                .add(Posting.of(AccountRole.COSTS, Money.nok(2), "fee"))
                .build();
        NewBooking booking = byPayment(key);
        var what = new SettlementBooking(Money.nok(9), Optional.of(voucher));
        return BookingOrders.of(booking, what, VOUCHER.date()).toArray(NewDelivery[]::new);
    }

    private static NewBooking byPayment(String key) {
        return new NewBooking(
                key, "nordlys", "autocollect", CLAIM, 1L, "INVOICE_PAYMENT", "{}", 9, 7, 1_000_000L, "48213");
    }

    private Delivery ordered(String key) {
        return room.deliveries().find(DeliveryKind.BOOK_VOUCHER, key).orElseThrow();
    }

    @Test
    void theSameMoneyInAnotherVoucherIsAnAlarm() {
        bookings.intend(booking("e-1", 1, 1));
        bookings.booked("e-1", VOUCHER, List.of());
        assertThatIllegalStateException()
                .isThrownBy(() -> bookings.booked("e-1", new Bookings.Voucher(78L, null, null), List.of()));
        assertThatIllegalStateException().isThrownBy(() -> bookings.booked("unknown", VOUCHER, List.of()));
        assertThatIllegalStateException().isThrownBy(() -> bookings.state("unknown", BookingState.BOOKED));
        assertThat(bookings.find("e-1")).get().extracting(Booking::voucherId).isEqualTo(77L);
    }

    @Test
    void aRemittanceIsOpenUntilItIsComplete() {
        var remittance = new Remittance("48213", "Amili 48213", LocalDate.of(2026, 2, 2), 2, -100, 0, 1_242_122);
        remittances.expect("nordlys", "autocollect", remittance);
        remittances.expect("nordlys", "autocollect", new Remittance("48213", "other", null, 1, 0, 0, 1));
        var expected = new Remittances.Expected(
                "nordlys", "autocollect", remittance, RemittanceCheck.State.WAITING, clock.instant(), null);
        assertThat(remittances.find("nordlys", "autocollect", "48213")).contains(expected);
        assertThat(remittances.open("nordlys")).containsExactly(expected);
        remittances.state("nordlys", "autocollect", "48213", RemittanceCheck.State.COMPLETE);
        assertThat(remittances.open("nordlys")).isEmpty();
        assertThat(remittances.find("nordlys", "autocollect", "48214")).isEmpty();
    }

    @Test
    void aDifferenceIsOpenedOnceKeepsItsAgeAndMayComeBack() {
        var found = clock.instant();
        differences.open(new Differences.Found("nordlys", CLAIM, "BOOKED_NOT_MATCHED", "e-1", 100, "first"));
        clock.advance(Duration.ofDays(1));
        differences.open(new Differences.Found("nordlys", CLAIM, "BOOKED_NOT_MATCHED", "e-1", 200, "second"));
        assertThat(differences.open("nordlys")).singleElement().satisfies(difference -> {
            assertThat(difference.amountOre()).isEqualTo(200);
            assertThat(difference.detail()).isEqualTo("second");
            assertThat(difference.openedAt()).isEqualTo(found);
        });
        assertThat(differences.close("nordlys", "BOOKED_NOT_MATCHED", "e-1")).isTrue();
        assertThat(differences.close("nordlys", "BOOKED_NOT_MATCHED", "e-1")).isFalse();
        assertThat(differences.open("nordlys")).isEmpty();
        differences.open(new Differences.Found("nordlys", CLAIM, "BOOKED_NOT_MATCHED", "e-1", 300, "again"));
        assertThat(differences.open("nordlys")).singleElement().satisfies(difference -> {
            assertThat(difference.openedAt()).isEqualTo(clock.instant());
            assertThat(difference.closedAt()).isNull();
        });
    }
}
