package no.kravbro.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.kravbro.access.Right;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.DueJob;
import no.kravbro.delivery.JobRun;
import no.kravbro.delivery.RunState;
import no.kravbro.delivery.Schedules;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each agency is reached: what waits, when it was read last and how that went, when next. */
@Repository
public class AgenciesApi {

    private static final String WAITING = "select target, count(*) as n from delivery where state in"
            + " ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT') group by target";

    private final JdbcClient sql;
    private final Creditors creditors;
    private final Schedules schedules;
    private final Clock machine;

    AgenciesApi(JdbcClient sql, Creditors creditors, Schedules schedules, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.creditors = creditors;
        this.schedules = schedules;
        this.machine = machine;
    }

    /**
     * One agency.
     *
     * @param creditors that it collects for
     * @param waiting deliveries that are not settled
     * @param lastAt when it was read last, or null
     * @param failing what the last reading of a job said where it was not OK, by job
     * @param nextAt when it is read next, or null
     */
    public record View(
            String agency,
            List<String> creditors,
            long waiting,
            Instant lastAt,
            List<String> failing,
            Instant nextAt,
            boolean running) {
        public boolean isWell() {
            return failing.isEmpty();
        }
    }

    /**
     * One job of a creditor.
     *
     * @param farSide whom it asks: an agency, or the accounting system
     * @param dueAt when it runs next, business time
     * @param run how far it has come since somebody asked for it last; null where nobody has
     */
    public record JobView(
            String job,
            String farSide,
            Instant lastAt,
            String lastResult,
            Instant dueAt,
            boolean running,
            AskedRun run) {

        /** Whether its last run did not end well. */
        @JsonIgnore
        public boolean isFailing() {
            return lastResult != null && !lastResult.equals("OK");
        }
    }

    /** By name; of creditors those the caller sees. */
    public List<View> list(Caller caller) {
        caller.need(Right.READ_CREDITORS);
        List<Creditor> seen = creditors.everywhere().stream()
                .filter(each -> caller.access().sees(each.id()))
                .toList();
        Set<String> agencies = seen.stream().map(Creditor::agency).collect(Collectors.toCollection(TreeSet::new));
        List<DueJob> jobs = schedules.all();
        Map<String, Long> waiting = new HashMap<>();
        sql.sql(WAITING).query(row -> {
            waiting.put(row.getString("target"), row.getLong("n"));
        });
        return agencies.stream()
                .map(agency -> view(agency, seen, jobs, waiting.getOrDefault(agency, 0L)))
                .toList();
    }

    /** @param answeredAt when it was done; null until then */
    public record AskedRun(RunState state, Instant askedAt, String askedBy, Instant answeredAt) {}

    /** Those of one creditor, which the caller sees. */
    public List<JobView> jobs(String creditor, Caller caller) {
        caller.need(Right.READ_CREDITORS);
        caller.needSight(creditor, "There is no creditor " + creditor);
        List<JobRun> runs = schedules.runs(creditor);
        Instant now = machine.instant();
        return runs.stream()
                .sorted(Comparator.comparing(
                                (JobRun each) -> Job.valueOf(each.job().job()))
                        .thenComparing(each -> each.job().farSide()))
                .map(each -> view(each, runs, now))
                .toList();
    }

    private static JobView view(JobRun run, List<JobRun> all, Instant now) {
        DueJob job = run.job();
        RunState state = run.state(all, now);
        return new JobView(
                job.job(),
                job.farSide(),
                job.lastRunAt(),
                job.lastResult(),
                job.dueAt(),
                run.isHeld(now),
                state == null ? null : new AskedRun(state, run.askedAt(), run.askedBy(), run.answeredAt()));
    }

    private View view(String agency, List<Creditor> seen, List<DueJob> all, long waiting) {
        List<String> own = seen.stream()
                .filter(each -> each.agency().equals(agency))
                .map(Creditor::id)
                .toList();
        List<DueJob> jobs = all.stream()
                .filter(each ->
                        own.contains(each.creditorId()) && each.farSide().equals(agency))
                .toList();
        return new View(
                agency,
                own,
                waiting,
                jobs.stream()
                        .map(DueJob::lastRunAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                jobs.stream()
                        .filter(each ->
                                each.lastResult() != null && !each.lastResult().equals("OK"))
                        .map(each -> each.creditorId() + " " + each.job() + ": " + each.lastResult())
                        .toList(),
                jobs.stream().map(DueJob::dueAt).min(Comparator.naturalOrder()).orElse(null),
                jobs.stream().anyMatch(each -> each.holder() != null));
    }
}
