package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.CaseUpdate;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.NewDelivery;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;

abstract class ToldMovementsContract extends BalanceSides {

    ToldMovementsContract(TestDatabases kind) {
        super(kind);
    }

    private NewDelivery report(long posting, long ore) {
        return new NewDelivery(
                DeliveryKind.REPORT_PAYMENT,
                SECOND + "/posting-" + posting,
                1,
                "autocollect",
                SECOND,
                "nordlys",
                SECOND,
                "{}",
                ore);
    }

    @Test
    void aDirectPaymentIsOnItsWayUntilTheAgencyShouldHaveCountedIt() {
        open(2, 700_000);
        room.deliveries().add(report(88_001, 300_000));
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000))
                        .inTransitOre())
                .isEqualTo(300_000);
        compare(TUESDAY.plusDays(1), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).containsExactly("DIRECT_PAYMENT_NOT_TOLD " + SECOND + " 300000");
        room.works("autocollect", 10).forEach(work -> room.deliveries()
                .record(work, Map.of(report(work), new Outcome.Unknown("TIMEOUT", null))));
        compare(TUESDAY.plusDays(2), follows(FIRST, 1_000_000), follows(SECOND, 700_000));
        assertThat(causes()).as("it has landed").isEmpty();
    }

    @Test
    void aCreditAfterTheAgencyWasPaidInFullExplainsWhatIsPaidTooMuch() {
        CaseUpdate ended = told(SECOND, Stage.CLOSED, "PAID", 0, 1_000_000L);
        room.claims().follow("autocollect", List.of(ended));
        judged("CREDIT", 300_000, 0);
        open(2, -300_000);

        compare(MONDAY, follows(FIRST, 1_000_000), ended);
        assertThat(causes()).containsExactly("CREDIT_NOT_TOLD " + SECOND + " 300000");
        open(2, 0);
        compare(TUESDAY, follows(FIRST, 1_000_000), ended);
        assertThat(causes()).as("given back to the debtor").isEmpty();
    }

    @Test
    void whatHasJustBeenBookedTheAgencysListMayNotShow() {
        bookings.intend(new NewBooking(
                "e-1", "nordlys", "autocollect", SECOND, 2L, "INVOICE_PAYMENT", "{}", 300_000, 300_000, null, null));
        bookings.booked("e-1", new Bookings.Voucher(null, null, MONDAY), List.of(new BookedPosting(21, 0, 0)));
        bookings.state("e-1", BookingState.OPEN_PART);

        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000))
                        .inTransitOre())
                .isEqualTo(300_000);
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 700_000))
                        .agreeing())
                .isEqualTo(2);
        compare(TUESDAY.plusDays(1), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).containsExactly("PRINCIPAL " + SECOND + " 300000");
    }

    private void judged(String fate, long ore, long toldOre) {
        database.client()
                .sql("insert into claim_posting (claim_key, submission, posting_id, amount_ore, fate, standing, round,"
                        + " told_ore, seen_at) values (:claim, 1, 88001, :ore, :fate, true, 1, :told, :now)")
                .param("claim", SECOND)
                .param("ore", -ore)
                .param("fate", fate)
                .param("told", toldOre)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void theUntoldPartOfACreditExplainsWhatABouncedPaymentLeaves() {
        judged("CREDIT", 1_000_000, 700_000);
        open(2, 0);
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 0));
        assertThat(causes()).as("what was paid at the agency needs no credit").isEmpty();
        compare(TUESDAY, follows(FIRST, 1_000_000), follows(SECOND, 300_000));

        assertThat(causes()).containsExactly("CREDIT_NOT_TOLD " + SECOND + " 300000");
    }

    @Test
    void aLossIsADifferenceUntilTheClaimIsHandedBack() {
        judged("WRITTEN_OFF", 1_000_000, 0);
        open(2, 0);
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).containsExactly("WRITTEN_OFF " + SECOND + "/posting-88001 1000000");
        CaseUpdate back = told(SECOND, Stage.CLOSED, "WITHDRAWN", 1_000_000, 0L);
        compare(TUESDAY, follows(FIRST, 1_000_000), back);
        assertThat(causes()).isEmpty();
        open(2, -400_000);
        compare(TUESDAY.plusDays(1), follows(FIRST, 1_000_000), back);

        assertThat(causes()).as("money that came all the same").containsExactly("OVERPAID " + SECOND + " 400000");
    }

    @Test
    void moneyThatCameAfterALossIsExplainedByItUntilItIsTakenBack() {
        judged("WRITTEN_OFF", 1_000_000, 0);
        open(2, 0);
        CaseUpdate closed = told(SECOND, Stage.CLOSED, "PAID", 0, 1_000_000L);
        Agreement paid = compare(MONDAY, follows(FIRST, 1_000_000), closed);
        assertThat(paid.inTransitOre()).as("before it is booked").isEqualTo(1_000_000);
        open(2, -1_000_000);
        compare(TUESDAY, follows(FIRST, 1_000_000), closed);
        assertThat(causes()).containsExactly("WRITTEN_OFF " + SECOND + "/posting-88001 1000000");
        open(2, 0);
        compare(TUESDAY.plusDays(1), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).containsExactly("WRITTEN_OFF " + SECOND + "/posting-88001 1000000");
    }

    @Test
    void aLossNeedNotBeToldToAnAgencyWhoseCaseWasCredited() {
        judged("WRITTEN_OFF", 1_000_000, 0);
        open(2, 0);

        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), told(SECOND, Stage.CLOSED, "CREDITED", 0, 0L))
                        .agreeing())
                .isEqualTo(2);
        assertThat(causes()).isEmpty();
    }

    private void givenUp(long ore) {
        judged("WRITTEN_OFF", ore, 0);
        differences.open(Differences.Found.loss("nordlys", SECOND, "posting-88001", ore));
    }

    @Test
    void aLossOnWhatWasHandedBackEndsWithTheNextComparison() {
        CaseUpdate back = told(SECOND, Stage.CLOSED, "WITHDRAWN", 1_000_000, 0L);
        room.claims().follow("autocollect", List.of(back));
        compare(MONDAY, follows(FIRST, 1_000_000), back);
        givenUp(1_000_000);
        open(2, 0);
        compare(TUESDAY, follows(FIRST, 1_000_000), back);

        assertThat(causes()).isEmpty();
        clock.advance(Duration.ofDays(2));
        compare(TUESDAY.plusDays(2), follows(FIRST, 1_000_000), back);
        clock.advance(Duration.ofDays(2));
        assertThat(compare(TUESDAY.plusDays(4), follows(FIRST, 1_000_000), back).claims())
                .isEqualTo(1);
    }

    @Test
    void aLossIsOverWhenAPersonHasHadTheAgencyTakeItOff() {
        givenUp(300_000);
        open(2, 700_000);
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).containsExactly("WRITTEN_OFF " + SECOND + "/posting-88001 300000");
        compare(TUESDAY, follows(FIRST, 1_000_000), follows(SECOND, 700_000));
        assertThat(causes()).isEmpty();
        CaseUpdate paid = told(SECOND, Stage.NOTICE, null, 400_000, 300_000L);
        assertThat(compare(TUESDAY.plusDays(1), follows(FIRST, 1_000_000), paid).inTransitOre())
                .isEqualTo(300_000);
        assertThat(causes()).as("what the agency was paid since").isEmpty();
        compare(TUESDAY.plusDays(2), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).as("back again").containsExactly("WRITTEN_OFF " + SECOND + "/posting-88001 300000");
    }

    @Test
    void aSmallRemainderMayBeGivenUpWhenTheAgencyHasEnded() {
        bookings.intend(new NewBooking(
                "e-1", "nordlys", "autocollect", SECOND, 2L, "INVOICE_PAYMENT", "{}", 990_000, 990_000, null, null));
        bookings.booked("e-1", new Bookings.Voucher(null, null, MONDAY), List.of(new BookedPosting(21, 0, 0)));
        bookings.state("e-1", BookingState.OPEN_PART);
        open(2, 10_000);
        CaseUpdate ended = told(SECOND, Stage.CLOSED, "PAID", 0, 990_000L);
        compare(MONDAY, follows(FIRST, 1_000_000), ended);
        assertThat(causes()).containsExactly("STATUS_DIFFERS " + SECOND + " -10000");
        givenUp(10_000);
        open(2, 0);
        compare(TUESDAY, follows(FIRST, 1_000_000), ended);

        assertThat(causes()).isEmpty();
    }

    @Test
    void whatAFormerAgencyHasReceivedIsToldByAPersonToTheOneThatHasTheClaim() {
        bookings.intend(new NewBooking(
                "INK-bahs-b-1", "nordlys", "bahs", SECOND, 2L, "INVOICE_PAYMENT", "{}", 300_000, 300_000, null, null));
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000))
                        .inTransitOre())
                .as("neither side has counted it")
                .isZero();
        assertThat(causes()).isEmpty();
        bookings.booked("INK-bahs-b-1", new Bookings.Voucher(null, null, MONDAY), List.of(new BookedPosting(21, 0, 0)));
        bookings.state("INK-bahs-b-1", BookingState.OPEN_PART);
        new Tasks(database.client(), clock)
                .open(new NewTask(
                        TaskKind.DO_BY_HAND,
                        "REPORT_PAYMENT " + SECOND + " b-1",
                        "nordlys",
                        SECOND,
                        "autocollect",
                        "bahs b-1",
                        MONDAY));
        compare(TUESDAY.plusDays(1), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).containsExactly("DIRECT_PAYMENT_NOT_TOLD " + SECOND + " 300000");
        compare(TUESDAY.plusDays(2), follows(FIRST, 1_000_000), told(SECOND, Stage.NOTICE, null, 400_000, 300_000L));

        assertThat(causes()).as("told, and paid there since").isEmpty();
    }

    private static long report(Work work) {
        return work.members().get(0).id();
    }

    @Test
    void whatTheAgencyHasJustConfirmedItsListMayNotShow() {
        open(2, 700_000);
        room.deliveries().add(report(88_001, 300_000));
        room.works("autocollect", 10).forEach(work -> room.deliveries().record(work, outcomes(work)));
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000))
                        .agreeing())
                .isEqualTo(2);
        assertThat(compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 700_000))
                        .agreeing())
                .isEqualTo(2);
        compare(TUESDAY.plusDays(1), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).containsExactly("PRINCIPAL " + SECOND + " 300000");
    }

    private Tasks byHand(String action) {
        Tasks tasks = new Tasks(database.client(), clock);
        tasks.open(new NewTask(
                TaskKind.DO_BY_HAND,
                action + " " + SECOND + " posting-88001",
                "nordlys",
                SECOND,
                "autocollect",
                "by hand",
                MONDAY));
        return tasks;
    }

    @Test
    void whatAPersonHasJustDoneTheAgencysListMayNotShow() {
        judged("CREDIT", 300_000, 300_000);
        open(2, 700_000);
        Tasks tasks = byHand("CREDIT_PART");
        tasks.done(TaskKind.DO_BY_HAND, "CREDIT_PART " + SECOND + " posting-88001", "kari", "credited at the portal");
        compare(TUESDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        assertThat(causes()).isEmpty();
        compare(TUESDAY, follows(FIRST, 1_000_000), follows(SECOND, 700_000));
        assertThat(causes()).as("its list may show it as well").isEmpty();
        compare(TUESDAY.plusDays(1), follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));

        assertThat(causes()).as("said and not done").containsExactly("PRINCIPAL " + SECOND + " 300000");
    }

    @Test
    void aReportThatWasGivenUpAndIsToBeToldByHandIsMissingOnce() {
        judged("PAYMENT", 300_000, 300_000);
        open(2, 700_000);
        room.deliveries().add(report(88_001, 300_000));
        room.works("autocollect", 10).forEach(work -> room.deliveries()
                .record(work, Map.of(report(work), new Outcome.Rejected("UNKNOWN_CLAIM", null))));
        byHand("REPORT_PAYMENT");
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_300_000));

        assertThat(causes())
                .containsExactlyInAnyOrder(
                        "DIRECT_PAYMENT_NOT_TOLD " + SECOND + " 300000", "PRINCIPAL " + SECOND + " 300000");
    }
}
