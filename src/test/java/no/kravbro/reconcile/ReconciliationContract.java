package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.InvoicePosting;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

abstract class ReconciliationContract extends BalanceSides {

    ReconciliationContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void agreementIsKeptAsEvidence() {
        Agreement agreement = compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));

        assertThat(agreement).isEqualTo(new Agreement("nordlys", MONDAY, "autocollect", 2, 2, 0, 0, 0));
        assertThat(agreements.of("nordlys", MONDAY, MONDAY)).containsExactly(agreement);
        assertThat(causes()).isEmpty();
    }

    @Test
    void nothingIsSaidFromHalfOfTheCases() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reconciliation.compare(NORDLYS, new AgencySnapshot(), MONDAY, SETTLED_WITHIN));
    }

    @Test
    void aDifferenceStandsSinceItsFirstDayUntilBothSidesAgree() {
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        compare(TUESDAY, follows(FIRST, 1_000_000), follows(SECOND, 900_000));
        Agreement later = compare(TUESDAY.plusDays(3), follows(FIRST, 1_000_000), follows(SECOND, 900_000));

        assertThat(later.agreeing()).isEqualTo(1);
        assertThat(later.unexplainedOre()).isEqualTo(100_000);
        assertThat(causes()).containsExactly("PRINCIPAL " + SECOND + " -100000");
        assertThat(wrongSince()).isEqualTo(TUESDAY);
        assertThat(captures.of(SECOND)).extracting(Captures.Row::day).containsExactly(MONDAY, TUESDAY);
        compare(TUESDAY.plusDays(4), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).isEmpty();
    }

    private LocalDate wrongSince() {
        return database.client()
                .sql("select wrong_since from difference")
                .query(LocalDate.class)
                .single();
    }

    @Test
    void aSecondReadingOfADayReplacesTheFirst() {
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 5));
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));

        assertThat(captures.of(SECOND)).extracting(Captures.Row::agrees).containsExactly(true);
        assertThat(agreements.of("nordlys", MONDAY, MONDAY)).hasSize(1);
        assertThat(causes()).isEmpty();
    }

    @Test
    void whatTheAgencyHasBeenPaidIsOnItsWayUntilItShouldHaveBeenSettled() {
        CaseUpdate paid = told(SECOND, Stage.CLOSED, "PAID", 0, 1_014_911L);
        Agreement first = compare(MONDAY, follows(FIRST, 1_000_000), paid);

        assertThat(first.agreeing()).isEqualTo(2);
        assertThat(first.inTransitOre()).isEqualTo(1_000_000);
        compare(MONDAY.plusDays(7), follows(FIRST, 1_000_000), paid);
        assertThat(causes()).as("the fifth working day").isEmpty();
        compare(MONDAY.plusDays(8), follows(FIRST, 1_000_000), paid);
        assertThat(causes()).containsExactly("SETTLEMENT_MISSING " + SECOND + " -1000000");
        assertThat(wrongSince()).isEqualTo(MONDAY.plusDays(8));
    }

    @Test
    void aClosedClaimIsComparedWhileItsMoneyIsOnItsWay() {
        CaseUpdate paid = told(SECOND, Stage.CLOSED, "PAID", 0, 1_000_000L);
        room.claims().follow("autocollect", List.of(paid));
        for (int day = 0; day <= 8; day++) {
            compare(MONDAY.plusDays(day), follows(FIRST, 1_000_000), paid);
        }

        assertThat(causes()).containsExactly("SETTLEMENT_MISSING " + SECOND + " -1000000");
    }

    @Test
    void aPostingThatNobodyHasJudgedYetIsOnItsWay() {
        open(2, 600_000);
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).containsExactly("PRINCIPAL " + SECOND + " 400000");
        fresh = List.of(new InvoicePosting(99, MONDAY, 1500, -400_000, null));
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));

        assertThat(causes()).isEmpty();
    }

    @Test
    void moreThanTheAgencyHasBeenPaidIsNotOnItsWay() {
        compare(MONDAY, follows(FIRST, 1_000_000), told(SECOND, Stage.NOTICE, null, 400_000, 599_999L));

        assertThat(causes()).containsExactly("PRINCIPAL " + SECOND + " -600000");
    }

    @Test
    void aReceiptThatCannotBeBookedIsExplainedByItsCause() {
        bookings.intend(
                new NewBooking(
                        "e-1", "nordlys", "autocollect", SECOND, 2L, "VOUCHER", "{}", 400_000, 400_000, null, null),
                new NewDelivery(
                        DeliveryKind.BOOK_VOUCHER, "e-1", 1, "tripletex", SECOND, "nordlys", SECOND, "{}", 400_000));
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 600_000));
        assertThat(causes()).as("it may take a while").isEmpty();
        room.works("tripletex", 10).forEach(work -> room.deliveries()
                .record(work, Map.of(work.members().get(0).id(), new Outcome.Rejected("PERIOD_CLOSED", null))));
        compare(TUESDAY, follows(FIRST, 1_000_000), follows(SECOND, 600_000));

        assertThat(causes()).containsExactly("PERIOD_CLOSED " + SECOND + " -400000");
    }

    @Test
    void ourBookingCountsBeforeItIsMatched() {
        bookings.intend(new NewBooking(
                "e-1", "nordlys", "autocollect", SECOND, 2L, "VOUCHER", "{}", 400_000, 400_000, null, null));
        bookings.booked(
                "e-1",
                new Bookings.Voucher(77L, "12-2026", MONDAY),
                List.of(new BookedPosting(21, 1500, -400_000), new BookedPosting(22, 1920, 400_000)));

        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 600_000))
                        .agreeing())
                .isEqualTo(2);
    }

    /** Where a payment on the invoice books the principal, the voucher with the rest may stand first. */
    @Test
    void aPrincipalWhosePaymentIsStillToComeIsOnItsWay() {
        bookings.intend(
                new NewBooking(
                        "e-1",
                        "nordlys",
                        "autocollect",
                        SECOND,
                        2L,
                        "INVOICE_PAYMENT",
                        "{}",
                        400_000,
                        400_000,
                        null,
                        null),
                new NewDelivery(
                        DeliveryKind.BOOK_PAYMENT, "e-1", 1, "tripletex", SECOND, "nordlys", SECOND, "{}", 400_000));
        bookings.booked(
                "e-1",
                new Bookings.Voucher(77L, "12-2026", MONDAY),
                List.of(new BookedPosting(22, 1920, 14_911), new BookedPosting(23, 8050, -14_911)));
        Agreement agreement = compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 600_000));

        assertThat(agreement.inTransitOre()).isEqualTo(400_000);
        assertThat(causes()).isEmpty();
    }

    @Test
    void aPaymentMadeSinceTheInvoiceWasReadCounts() {
        bookings.intend(new NewBooking(
                "e-1",
                "nordlys",
                "autocollect",
                SECOND,
                2L,
                "INVOICE_PAYMENT",
                "{}",
                1_000_000,
                1_000_000,
                null,
                null));
        bookings.booked("e-1", new Bookings.Voucher(null, null, MONDAY), List.of(new BookedPosting(21, 0, 0)));
        bookings.state("e-1", BookingState.MATCHED);
        CaseUpdate ended = told(SECOND, Stage.CLOSED, "PAID", 0, 1_014_911L);

        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), ended).agreeing()).isEqualTo(2);
        open(2, 0);
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), ended).agreeing()).isEqualTo(2);
    }

    @Test
    void aCaseThatEndedByACreditNobodyHasBookedDiffersAtOnce() {
        compare(MONDAY, follows(FIRST, 1_000_000), told(SECOND, Stage.CLOSED, "CREDITED", 0, null));

        assertThat(causes()).containsExactly("STATUS_DIFFERS " + SECOND + " -1000000");
    }

    @Test
    void aCaseThatIsClosedWithoutAReasonHasBeenHandedBack() {
        CaseUpdate closed = told(SECOND, Stage.CLOSED, null, 0, null);
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), closed).agreeing())
                .isEqualTo(2);
    }

    @Test
    void aCaseThatIsSettledWithoutAnAmountIsOnItsWayToo() {
        CaseUpdate paid = told(SECOND, Stage.CLOSED, "PAID", 0, null);
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), paid).inTransitOre())
                .isEqualTo(1_000_000);
        compare(MONDAY.plusDays(8), follows(FIRST, 1_000_000), paid);

        assertThat(causes()).containsExactly("SETTLEMENT_MISSING " + SECOND + " -1000000");
    }

    @Test
    void ourBookingThatWasMatchedSinceTheInvoiceWasReadCountsToo() {
        bookings.intend(new NewBooking(
                "e-1", "nordlys", "autocollect", SECOND, 2L, "VOUCHER", "{}", 1_000_000, 1_000_000, null, null));
        bookings.booked(
                "e-1",
                new Bookings.Voucher(77L, "12-2026", MONDAY),
                List.of(new BookedPosting(21, 1500, -1_000_000), new BookedPosting(22, 1920, 1_000_000)));
        bookings.state("e-1", BookingState.MATCHED);
        CaseUpdate ended = told(SECOND, Stage.CLOSED, "PAID", 0, 1_000_000L);

        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), ended).agreeing()).isEqualTo(2);
        clock.advance(Duration.ofMinutes(1));
        open(2, 0);
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), ended).agreeing()).isEqualTo(2);
    }

    @Test
    void whatOneSideDoesNotHaveIsMissingThere() {
        room.claims().follow("autocollect", List.of(follows(FIRST, 1_000_000), follows(SECOND, 1_000_000)));

        compare(
                TUESDAY.plusDays(1),
                follows(FIRST, 1_000_000),
                follows("310245674-99", 70_000),
                follows("310245682-1", 80_000),
                told("310245674-98", Stage.CLOSED, "PAID", 0, 0L));

        assertThat(causes())
                .containsExactlyInAnyOrder(
                        "MISSING_AT_AGENCY " + SECOND + " -1000000",
                        "MISSING_IN_TRIPLETEX autocollect 310245674-99 70000",
                        "WRONG_CREDITOR autocollect 310245682-1 80000");
        compare(TUESDAY.plusDays(2), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).isEmpty();
    }

    @Test
    void whatCouldNotBeTakenOverIsNotMissing() {
        AgencySnapshot snapshot = new AgencySnapshot();
        snapshot.note(follows(FIRST, 1_000_000));
        snapshot.heard(SECOND);
        snapshot.complete();

        assertThat(reconciliation
                        .compare(NORDLYS, snapshot, MONDAY, SETTLED_WITHIN)
                        .claims())
                .isEqualTo(1);
        assertThat(causes()).isEmpty();
    }

    @Test
    void twoOpenCasesOfOneClaimStandOut() {
        var other =
                new CaseUpdate(SECOND, "5999999", null, null, Stage.NOTICE, List.of(), null, 1_000_000L, 0L, List.of());
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000), other);

        assertThat(causes()).containsExactly("DUPLICATE_CASE " + SECOND + " 0");
    }

    @Test
    void aClosedClaimIsComparedUntilBothSidesAgree() {
        CaseUpdate ended = told(SECOND, Stage.CLOSED, "PAID", 0, 0L);
        room.claims().follow("autocollect", List.of(ended));
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), ended).claims()).isEqualTo(2);
        assertThat(causes()).containsExactly("STATUS_DIFFERS " + SECOND + " -1000000");
        open(2, 0);
        compare(TUESDAY, follows(FIRST, 1_000_000), ended);
        assertThat(causes()).isEmpty();
        clock.advance(Duration.ofDays(2));
        compare(TUESDAY.plusDays(2), follows(FIRST, 1_000_000), ended);
        clock.advance(Duration.ofDays(2));
        assertThat(compare(TUESDAY.plusDays(4), follows(FIRST, 1_000_000), ended)
                        .claims())
                .isEqualTo(1);
    }
}
