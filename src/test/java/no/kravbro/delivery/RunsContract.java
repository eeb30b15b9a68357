package no.kravbro.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How far a run has come that somebody has asked for, from the timetable alone. */
abstract class RunsContract extends DatabaseTest {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final MutableClock business = MutableClock.at("2026-03-01T06:00:00+01:00");
    private final Instant tomorrow =
            MutableClock.at("2026-03-02T07:00:00+01:00").instant();
    private Schedules schedules;

    RunsContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void wire() {
        schedules = new Schedules(database.named(), new SqlFiles(database.dataSource()), business, clock);
        schedules.ensure("nordlys", "tripletex", "SCAN", tomorrow);
        schedules.ensure("nordlys", "autocollect", "PAYMENTS", tomorrow);
    }

    private void ask(String... jobs) {
        clock.advance(Duration.ofSeconds(1));
        schedules.ask("nordlys", List.of(jobs), "odd");
        clock.advance(Duration.ofSeconds(1));
    }

    private DueJob take() {
        DueJob job = schedules.claim("a", LEASE, 1).get(0);
        clock.advance(Duration.ofSeconds(1));
        return job;
    }

    private RunState state(String job) {
        List<JobRun> all = schedules.runs("nordlys");
        return all.stream()
                .filter(each -> each.job().job().equals(job))
                .findFirst()
                .orElseThrow()
                .state(all, clock.instant());
    }

    @Test
    @DisplayName("asked for, running, done; a run by the clock later changes nothing of that")
    void oneRun() {
        assertThat(state("SCAN")).isNull();
        ask("SCAN");
        assertThat(state("SCAN")).isEqualTo(RunState.ASKED);
        assertThat(state("PAYMENTS")).isNull();
        DueJob job = take();
        assertThat(state("SCAN")).isEqualTo(RunState.RUNNING);
        schedules.finish(job, tomorrow, "OK");
        assertThat(state("SCAN")).isEqualTo(RunState.DONE);
        JobRun run = schedules.runs("nordlys").get(1);
        assertThat(run.askedBy()).isEqualTo("odd");
        assertThat(run.answeredAt()).isEqualTo(clock.instant());

        schedules.hint("nordlys", "SCAN");
        take();
        assertThat(state("SCAN")).isEqualTo(RunState.DONE);
        ask("SCAN");
        assertThat(state("SCAN")).isEqualTo(RunState.WAITING);
    }

    @Test
    @DisplayName("a run that began before does not answer: the job runs once more")
    void anEarlierRunGoesFirst() {
        schedules.hint("nordlys", "SCAN");
        DueJob earlier = take();
        ask("SCAN");
        assertThat(state("SCAN")).isEqualTo(RunState.WAITING);
        schedules.finish(earlier, tomorrow, "OK");
        assertThat(state("SCAN")).isEqualTo(RunState.ASKED);
        schedules.finish(take(), tomorrow, "OK");
        assertThat(state("SCAN")).isEqualTo(RunState.DONE);
    }

    @Test
    @DisplayName("another job of the creditor goes first")
    void theOtherWaits() {
        ask("SCAN", "PAYMENTS");
        DueJob first = take();
        String other = first.job().equals("SCAN") ? "PAYMENTS" : "SCAN";
        assertThat(state(first.job())).isEqualTo(RunState.RUNNING);
        assertThat(state(other)).isEqualTo(RunState.WAITING);
        schedules.finish(first, tomorrow, "OK");
        assertThat(state(other)).isEqualTo(RunState.ASKED);
    }

    @Test
    @DisplayName("what failed says so until it runs again")
    void failedAndTriedAgain() {
        ask("SCAN");
        schedules.failed(take(), Duration.ofSeconds(30), "NO_ANSWER");
        assertThat(state("SCAN")).isEqualTo(RunState.FAILED);
        clock.advance(Duration.ofSeconds(31));
        DueJob again = take();
        assertThat(state("SCAN")).isEqualTo(RunState.RUNNING);
        schedules.finish(again, tomorrow, "OK");
        assertThat(state("SCAN")).isEqualTo(RunState.DONE);
    }

    @Test
    @DisplayName("asking again lifts a pause; whose holder has died waits for another")
    void pausesAndTheDead() {
        ask("SCAN");
        schedules.failed(take(), Duration.ofDays(1), "NO_ANSWER");
        ask("SCAN");
        assertThat(state("SCAN")).isEqualTo(RunState.ASKED);
        take();
        clock.advance(LEASE);
        assertThat(state("SCAN")).isEqualTo(RunState.WAITING);
        schedules.finish(take(), tomorrow, "OK");
        assertThat(state("SCAN")).isEqualTo(RunState.DONE);
    }
}
