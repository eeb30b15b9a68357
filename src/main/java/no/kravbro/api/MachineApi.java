package no.kravbro.api;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.DueJob;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What runs on this node, and what waits. */
@Repository
public class MachineApi {

    private static final String OF_STATE =
            "select target, state, count(*) as n, sum(amount_ore) as ore, min(updated_at) as oldest from delivery"
                    + " where state = :state and updated_at > :since group by target, state order by target";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<DeliveryState> SETTLED = List.of(DeliveryState.DONE, DeliveryState.CANCELLED);

    private final JdbcClient sql;
    private final Schedules schedules;
    private final ObjectProvider<MeterRegistry> meters;
    private final Clock machine;

    MachineApi(
            JdbcClient sql,
            Schedules schedules,
            ObjectProvider<MeterRegistry> meters,
            @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.schedules = schedules;
        this.meters = meters;
        this.machine = machine;
    }

    /**
     * Deliveries to one far side in one state.
     *
     * @param minutes since the oldest of them last moved; 0 for those that move no more
     */
    public record Load(String target, String state, long count, long ore, long minutes) {}

    /** @param held somebody runs it now */
    public record JobView(
            String creditorId, String job, Instant dueAt, boolean held, Instant lastRunAt, String lastResult) {}

    /** What a route has done since this process started. */
    public record RouteView(String id, long runs, long failures, long meanMillis, long mostMillis) {}

    /** What waits, and of what is settled what was so within the last hour: the rest is history, and there is much of it. */
    public List<Load> loads() {
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state != DeliveryState.DEAD)
                .flatMap(state -> loads(state).stream())
                .sorted(Comparator.comparing(Load::target).thenComparing(Load::state))
                .toList();
    }

    private List<Load> loads(DeliveryState of) {
        Instant now = machine.instant();
        return sql.sql(OF_STATE)
                .param("state", of.name())
                .param("since", Sql.at(SETTLED.contains(of) ? now.minus(HOUR) : Instant.EPOCH))
                .query((row, number) -> {
                    String state = row.getString("state");
                    boolean settled = List.of("DONE", "CANCELLED", "DEAD").contains(state);
                    long minutes =
                            Duration.between(Sql.instant(row, "oldest"), now).toMinutes();
                    return new Load(
                            row.getString("target"),
                            state,
                            row.getLong("n"),
                            row.getLong("ore"),
                            settled ? 0 : Math.max(0, minutes));
                })
                .list();
    }

    /** By creditor and job. */
    public List<JobView> jobs() {
        return schedules.all().stream()
                .sorted(Comparator.comparing(DueJob::creditorId).thenComparing(DueJob::job))
                .map(job -> new JobView(
                        job.creditorId(),
                        job.job(),
                        job.dueAt(),
                        job.holder() != null,
                        job.lastRunAt(),
                        job.lastResult()))
                .toList();
    }

    /** Those with failures first, then the busiest. */
    public List<RouteView> routes() {
        MeterRegistry registry = meters.getIfAvailable();
        return registry == null
                ? List.of()
                : registry.find("camel.route.policy").timers().stream()
                        .filter(timer -> !Optional.ofNullable(timer.getId().getTag("routeId"))
                                .orElse("")
                                .isEmpty())
                        .collect(java.util.stream.Collectors.groupingBy(
                                timer -> timer.getId().getTag("routeId")))
                        .entrySet()
                        .stream()
                        .map(each -> route(each.getKey(), each.getValue()))
                        .filter(each -> each.runs() > 0)
                        .sorted(Comparator.comparingLong(RouteView::failures)
                                .thenComparingLong(RouteView::runs)
                                .reversed()
                                .thenComparing(RouteView::id))
                        .toList();
    }

    private static RouteView route(String id, List<Timer> timers) {
        long runs = timers.stream().mapToLong(Timer::count).sum();
        long failures = timers.stream()
                .filter(timer -> "true"
                        .equals(Optional.ofNullable(timer.getId().getTag("failed"))
                                .orElse("false")))
                .mapToLong(Timer::count)
                .sum();
        long total = timers.stream()
                .mapToLong(timer -> (long) timer.totalTime(TimeUnit.MILLISECONDS))
                .sum();
        long most = timers.stream()
                .mapToLong(timer -> (long) timer.max(TimeUnit.MILLISECONDS))
                .max()
                .orElse(0);
        return new RouteView(id, runs, failures, runs == 0 ? 0 : total / runs, most);
    }
}
