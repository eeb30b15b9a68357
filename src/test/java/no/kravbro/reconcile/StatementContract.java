package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.DeliveryRoom;
import no.kravbro.delivery.Refusal;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.money.Remittance;
import no.kravbro.money.RemittanceCheck;
import no.kravbro.money.Settlement;
import no.kravbro.money.Statement;
import no.kravbro.money.VoucherKey;
import no.kravbro.money.WorkedSettlements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class StatementContract extends DatabaseTest {

    private static final Creditor NORDLYS = SampleCreditors.nordlys();
    private static final Settlement VECTOR = WorkedSettlements.vector();
    private static final Settlement NOTICE = WorkedSettlements.notice();

    private Bookings bookings;
    private Remittances remittances;
    private Differences differences;
    private RemittanceWatch watch;

    StatementContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        DeliveryRoom room = new DeliveryRoom(database, clock);
        bookings = new Bookings(database.named(), database.transaction(), room.deliveries(), clock);
        remittances = new Remittances(database.named(), clock);
        differences = new Differences(database.client(), database.transaction(), clock, clock);
        watch = new RemittanceWatch(remittances, bookings, differences);
    }

    @Test
    void theMoneyCameBeforeTheStatement() {
        receive(VECTOR);
        receive(NOTICE);
        watch.received(NORDLYS, statement(1_320_872, 78_750, VECTOR.id(), NOTICE.id()));
        assertThat(state()).isEqualTo(RemittanceCheck.State.COMPLETE);
        assertThat(differences.open("nordlys")).isEmpty();
    }

    @Test
    void aMoneyEventCameAfterItsStatement() {
        receive(VECTOR);
        watch.received(NORDLYS, statement(1_320_872, 78_750, VECTOR.id(), NOTICE.id()));
        assertThat(state()).isEqualTo(RemittanceCheck.State.WAITING);
        receive(NOTICE);
        assertThat(state()).isEqualTo(RemittanceCheck.State.COMPLETE);
    }

    /** Noted on Thursday 1 January 2026, a holiday: Friday, Monday and Tuesday may pass. */
    @Test
    void whatIsNotCompleteAfterThreeWorkingDaysIsADifference() {
        var ages = new RemittanceAges(remittances, differences, clock);
        clock.set(Instant.parse("2026-01-01T22:59:00Z"));
        receive(VECTOR);
        watch.received(NORDLYS, statement(1_320_872, 78_750, VECTOR.id(), NOTICE.id()));
        clock.set(Instant.parse("2026-01-06T22:59:00Z"));
        ages.look("nordlys");
        assertThat(differences.open("nordlys")).isEmpty();
        clock.set(Instant.parse("2026-01-06T23:00:00Z"));
        ages.look("nordlys");
        ages.look("nordlys");
        assertThat(differences.open("nordlys")).singleElement().satisfies(difference -> {
            assertThat(difference.cause()).isEqualTo("REMITTANCE_INCOMPLETE");
            assertThat(difference.amountOre()).isEqualTo(WorkedSettlements.SAMLEBILAG_48213.netPayoutOre());
        });
        receive(NOTICE);
        assertThat(differences.open("nordlys")).isEmpty();
    }

    @Test
    void aStatementThatSaysOtherSumsOpensADifference() {
        receive(VECTOR);
        receive(NOTICE);
        watch.received(NORDLYS, statement(1_320_873, 78_750, VECTOR.id(), NOTICE.id()));
        assertThat(state()).isEqualTo(RemittanceCheck.State.WRONG);
        assertThat(differences.open("nordlys")).singleElement().satisfies(difference -> assertThat(difference.cause())
                .isEqualTo("SUM_MISMATCH"));
    }

    @Test
    void theSameStatementAgainChangesNothing() {
        receive(VECTOR);
        receive(NOTICE);
        Statement statement = statement(1_320_872, 78_750, VECTOR.id(), NOTICE.id());
        watch.received(NORDLYS, statement);
        watch.received(NORDLYS, statement);
        assertThat(state()).isEqualTo(RemittanceCheck.State.COMPLETE);
    }

    @Test
    void noMoneyEventIsPaidOutTwice() {
        receive(VECTOR);
        watch.received(NORDLYS, statement(1_320_872, 78_750, VECTOR.id(), NOTICE.id()));
        Remittance other = new Remittance("49000", "other", null, 1, 0, 0, 999_911);
        Statement second = new Statement("49000", null, 1_074_911, 75_000, other, List.of(VECTOR.id()), List.of());
        assertThatThrownBy(() -> watch.received(NORDLYS, second))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(VECTOR.id());
    }

    @Test
    void aStatementThatEntersWhileItsMoneyDoesWaitsForIt() throws Exception {
        receive(VECTOR);
        Statement statement = statement(1_320_872, 78_750, VECTOR.id(), NOTICE.id());
        atOnce(() -> receive(NOTICE), () -> watch.received(NORDLYS, statement));
        assertThat(state()).isEqualTo(RemittanceCheck.State.COMPLETE);
    }

    @Test
    void moneyThatEntersWhileItsStatementDoesWaitsForIt() throws Exception {
        receive(VECTOR);
        Statement statement = statement(1_320_872, 78_750, VECTOR.id(), NOTICE.id());
        atOnce(() -> watch.received(NORDLYS, statement), () -> receive(NOTICE));
        assertThat(state()).isEqualTo(RemittanceCheck.State.COMPLETE);
    }

    /** The second begins when the first has done all but commit; the first then gives it time to run into it. */
    private void atOnce(Runnable first, Runnable second) throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch ended = new CountDownLatch(1);
        try {
            Future<?> late = database.transaction().execute(status -> {
                first.run();
                Future<?> begun = other.submit(() -> {
                    database.transaction().executeWithoutResult(own -> second.run());
                    ended.countDown();
                });
                assertThat(endedSoon(ended)).as("the second has not waited").isFalse();
                return begun;
            });
            late.get(30, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }
    }

    private static boolean endedSoon(CountDownLatch ended) {
        try {
            return ended.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Statement statement(long gross, long agency, String... events) {
        return new Statement(
                "48213", null, gross, agency, WorkedSettlements.SAMLEBILAG_48213, List.of(events), List.of());
    }

    /** As it comes before anyone knows which bank line pays it out. */
    private void receive(Settlement model) {
        Settlement settlement = WorkedSettlements.with(model, model.reverses(), model.lines(), null);
        String key = VoucherKey.of("autocollect", settlement.id());
        String payout = watch.numbers(Map.of(key, settlement)).get(key);
        bookings.intend(new NewBooking(
                key,
                "nordlys",
                "autocollect",
                settlement.claimKey(),
                1L,
                "VOUCHER",
                ExactJson.write(ExactJson.treeOf(settlement)),
                0,
                settlement.netToCreditorOre(),
                null,
                payout));
        watch.received(NORDLYS, List.of(settlement), payout == null ? Map.of() : Map.of(payout, List.of(settlement)));
    }

    private RemittanceCheck.State state() {
        return remittances.find("nordlys", "autocollect", "48213").orElseThrow().state();
    }
}
