package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SchedulesContract extends DatabaseTest {
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final MutableClock business = MutableClock.at("2026-03-01T06:00:00+01:00");
    private final Instant seven = MutableClock.at("2026-03-01T07:00:00+01:00").instant();
    private final Instant tomorrow =
            MutableClock.at("2026-03-02T07:00:00+01:00").instant();
    private Schedules schedules;

    SchedulesContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        business.set(seven.minusSeconds(3600));
        schedules = new Schedules(database.named(), new SqlFiles(database.dataSource()), business, clock);
        schedules.ensure("nordlys", "tripletex", "SCAN", seven);
    }

    private List<DueJob> claim(String holder) {
        return schedules.claim(holder, LEASE, 5);
    }

    private DueJob find() {
        return schedules.find("nordlys", "SCAN").orElseThrow();
    }

    @Test
    void aNodeThatStopsHandsItsJobsBack() {
        business.set(seven);
        schedules.ensure("nordlys", "autocollect", "SETTLEMENTS", seven);
        assertThat(claim("a")).hasSize(2);
        assertThat(schedules.handBack("b")).isZero();
        assertThat(claim("b")).isEmpty();
        assertThat(schedules.handBack("a")).isEqualTo(2);
        assertThat(claim("b")).hasSize(2);
    }

    /** Columns hold microseconds; a moment must not become a later one on its way into one. */
    @Test
    void whatIsDueAtThisVeryMomentIsDue() {
        business.set(seven.minusSeconds(60).plusNanos(999));
        schedules.ensure("nordlys", "autocollect", "CASES", business.instant());
        assertThat(claim("a")).extracting(DueJob::job).containsExactly("CASES");
    }

    @Test
    void aJobIsDueByBusinessTimeOnceAndThenAtItsNextTime() {
        assertThat(claim("a")).isEmpty();
        business.set(seven);
        var job = claim("a").get(0);
        assertThat(job.dueAt()).isEqualTo(seven);
        assertThat(claim("b")).isEmpty();
        schedules.cursor(job, "page 7");
        assertThat(schedules.finish(job, tomorrow, "12 invoices")).isTrue();
        assertThat(claim("b")).isEmpty();
        assertThat(find())
                .isEqualTo(new DueJob(
                        "nordlys", "tripletex", "SCAN", tomorrow, "page 7", null, clock.instant(), "12 invoices"));
        schedules.ensure("nordlys", "tripletex", "SCAN", seven);
        assertThat(find().dueAt()).isEqualTo(tomorrow);
        assertThat(schedules.all()).containsExactly(find());
    }

    @Test
    void aDeadHoldersJobIsTakenAfterItsLeaseAndTheDeadSaysNoMore() {
        business.set(seven);
        var lost = claim("a").get(0);
        clock.advance(LEASE.minusSeconds(1));
        assertThat(schedules.renew(lost, LEASE)).isTrue();
        clock.advance(LEASE.minusSeconds(1));
        assertThat(claim("b")).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(claim("a")).hasSize(1);
        assertThat(schedules.renew(lost, LEASE)).isFalse();
        assertThat(schedules.finish(lost, tomorrow, "late")).isFalse();
        assertThat(schedules.failed(lost, LEASE, "late")).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> schedules.cursor(lost, "late"));
        assertThat(find().lastResult()).isNull();
    }

    @Test
    void afterAFailureItStaysDueButNotAtOnce() {
        business.set(seven);
        assertThat(schedules.failed(claim("a").get(0), Duration.ofMinutes(1), "SERVER_ERROR"))
                .isTrue();
        assertThat(claim("a")).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(claim("a")).hasSize(1);
    }

    @Test
    void aHintMakesItDueNowAlsoWhileItRuns() {
        schedules.hint("nordlys", "SCAN");
        schedules.hint("nordlys", "UNKNOWN");
        var job = claim("a").get(0);
        // Business time stands still, and yet the second hint is not lost.
        schedules.hint("nordlys", "SCAN");
        schedules.finish(job, tomorrow, "read");
        var again = claim("a");
        assertThat(again).hasSize(1);
        // Nor are two while one run lasts.
        schedules.hint("nordlys", "SCAN");
        schedules.hint("nordlys", "SCAN");
        schedules.finish(again.get(0), tomorrow, "read");
        var third = claim("a");
        assertThat(third).hasSize(1);
        schedules.finish(third.get(0), tomorrow, "read");
        assertThat(claim("a")).isEmpty();
    }

    @Test
    void aJobIsRunByOneOfManyThreads() throws Exception {
        business.set(seven);
        schedules.ensure("fjell", "tripletex", "SCAN", seven);
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<List<DueJob>> take =
                    () -> schedules.claim(Thread.currentThread().getName(), LEASE, 1);
            var taken = new ArrayList<DueJob>();
            for (var jobs : pool.invokeAll(Collections.nCopies(16, take))) {
                taken.addAll(jobs.get());
            }
            assertThat(taken).extracting(DueJob::creditorId).doesNotHaveDuplicates();
            taken.addAll(claim("last"));
            assertThat(taken).extracting(DueJob::creditorId).containsExactlyInAnyOrder("nordlys", "fjell");
        } finally {
            pool.shutdown();
        }
    }

    /** All of one agency's jobs are due first, and it is silent: whoever asks it goes on holding. */
    private void everythingOfAnAgencyIsDue() {
        business.set(seven.plusSeconds(60));
        database.creditor("skog", "310245690", "kk2");
        for (String job : List.of("CASES", "PAYMENTS", "SETTLEMENTS")) {
            schedules.ensure("nordlys", "autocollect", job, seven.minusSeconds(60));
        }
        schedules.ensure("skog", "kk2", "CASES", seven);
        // Both agencies tell balances apart, so that reading cases waits for nothing.
        schedules.ensure("nordlys", "autocollect", "BALANCES", tomorrow);
        schedules.ensure("skog", "kk2", "BALANCES", tomorrow);
    }

    private DueJob one(String node) {
        return schedules.claim(node, LEASE, 1).stream().findFirst().orElse(null);
    }

    @Test
    void aSilentAgencyHoldsTwoJobsOfAProcessAndTheOthersGoOn() {
        everythingOfAnAgencyIsDue();
        var cases = one("a");
        assertThat(List.of(cases, one("a"))).extracting(DueJob::job).containsExactly("CASES", "PAYMENTS");
        assertThat(one("a").job()).isEqualTo("SCAN");
        assertThat(one("a").creditorId()).isEqualTo("skog");
        assertThat(one("a")).isNull();
        schedules.finish(cases, tomorrow, "OK");
        assertThat(one("a").job()).isEqualTo("SETTLEMENTS");
    }

    @Test
    void manyTakenAtOnceAreTwoOfAnAgencyToo() {
        everythingOfAnAgencyIsDue();
        assertThat(claim("a"))
                .extracting(job -> job.creditorId() + " " + job.job())
                .containsExactlyInAnyOrder("nordlys CASES", "nordlys PAYMENTS", "skog CASES", "nordlys SCAN");
    }

    /** After a stop of some days everything is due at once. */
    @Test
    void theSidesAreComparedAfterEverythingElseWasRead() {
        business.set(seven);
        schedules.ensure("nordlys", "autocollect", "BALANCES", seven.minusSeconds(60));
        var scan = one("a");
        assertThat(scan.job()).isEqualTo("SCAN");
        assertThat(one("a")).isNull();
        schedules.finish(scan, tomorrow, "OK");
        assertThat(one("a").job()).isEqualTo("BALANCES");
    }

    /** An agency that has no balances of their own tells them with its cases. */
    @Test
    void whereCasesTellBalancesTheyWaitToo() {
        business.set(seven);
        schedules.ensure("nordlys", "autocollect", "CASES", seven.minusSeconds(60));
        schedules.ensure("nordlys", "bahs", "CASES", seven.minusSeconds(60));
        schedules.ensure("nordlys", "bahs", "BALANCES", tomorrow);
        assertThat(one("a").farSide()).isEqualTo("bahs");
        var scan = one("a");
        assertThat(scan.job()).isEqualTo("SCAN");
        assertThat(one("a")).isNull();
        schedules.finish(scan, tomorrow, "OK");
        assertThat(one("a").farSide()).isEqualTo("autocollect");
    }

    /** Each agency of a creditor is read for itself: own row, own cursor, and neither waits for the other. */
    @Test
    void twoAgenciesOfACreditorAreReadApart() {
        schedules.hint("nordlys", "SCAN");
        schedules.finish(one("a"), tomorrow, "OK");
        business.set(seven);
        schedules.ensure("nordlys", "autocollect", "CASES", seven);
        schedules.ensure("nordlys", "bahs", "CASES", seven);
        schedules.ensure("nordlys", "bahs", "SETTLEMENTS", seven);
        schedules.ensure("nordlys", "autocollect", "BALANCES", seven);
        schedules.ensure("nordlys", "bahs", "BALANCES", seven);
        List<DueJob> taken = claim("a");
        assertThat(taken)
                .extracting(job -> job.farSide() + " " + job.job())
                .as("the settlements of the one do not hold up the comparison with the other")
                .containsExactlyInAnyOrder(
                        "autocollect BALANCES", "autocollect CASES", "bahs CASES", "bahs SETTLEMENTS");
        schedules.cursor(taken.get(1), "page of " + taken.get(1).farSide());
        schedules.finish(taken.get(1), tomorrow, "OK");
        assertThat(schedules.all())
                .filteredOn(job -> job.cursor() != null)
                .extracting(DueJob::farSide)
                .containsExactly(taken.get(1).farSide());
        schedules.hint("nordlys", "bahs", "BALANCES");
        schedules.hint("nordlys", "BALANCES");
        assertThat(schedules.all())
                .filteredOn(job -> job.job().equals("BALANCES"))
                .hasSize(2);
    }

    @Test
    void whatCannotBeReadDoesNotHoldUpTheComparison() {
        business.set(seven);
        schedules.ensure("nordlys", "autocollect", "BALANCES", seven);
        schedules.failed(one("a"), Duration.ofMinutes(1), "SERVER_ERROR");
        assertThat(one("a").job()).isEqualTo("BALANCES");
    }

    /** Tripletex is a far side too, whoever the agency is. */
    @Test
    void aSilentTripletexHoldsTwoJobsOfAProcess() {
        everythingOfAnAgencyIsDue();
        schedules.ensure("fjell", "tripletex", "SCAN", seven);
        schedules.ensure("skog", "tripletex", "SCAN", seven);
        schedules.ensure("skog", "tripletex", "PROPOSALS", seven);
        assertThat(claim("a"))
                .filteredOn(job -> !job.job().matches("CASES|PAYMENTS"))
                .hasSize(2);
    }

    @Test
    void anotherProcessHasTwoOfItsOwn() {
        everythingOfAnAgencyIsDue();
        claim("a");
        assertThat(one("b").job()).isEqualTo("SETTLEMENTS");
    }

    /** It began anew under its name: nobody works on what it held before. */
    @Test
    void whatAnEarlierProcessOfTheNodeHeldDoesNotCount() {
        everythingOfAnAgencyIsDue();
        claim("a");
        var restarted = new Schedules(database.named(), new SqlFiles(database.dataSource()), business, clock);
        assertThat(restarted.claim("a", LEASE, 1)).extracting(DueJob::job).containsExactly("SETTLEMENTS");
    }

    /** Tickers of one process tick at the same moment. */
    @Test
    void takersAtOnceDoNotTakeThreeOfAnAgency() throws Exception {
        everythingOfAnAgencyIsDue();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<List<DueJob>> take = () -> schedules.claim("a", LEASE, 1);
            var taken = new ArrayList<DueJob>();
            for (var jobs : pool.invokeAll(Collections.nCopies(16, take))) {
                taken.addAll(jobs.get());
            }
            assertThat(taken)
                    .filteredOn(job ->
                            job.creditorId().equals("nordlys") && !job.job().equals("SCAN"))
                    .hasSize(2);
        } finally {
            pool.shutdown();
        }
    }
}
