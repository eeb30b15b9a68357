package no.kravbro.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.access.Right;
import no.kravbro.claim.Stage;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The road of all claims, place by place: how many stand there, with how many kroner, and for how long. */
@Repository
public class Flow {

    private static final String OWN = " (cast(:all as boolean) or creditor_id in (:own))";
    private static final String CLAIMS = "select agency, state, stage, count(*) as n, sum(principal_ore) as ore,"
            + " min(created_at) as oldest from claim where" + OWN + " group by agency, state, stage";
    private static final String HELD = "select count(*) as n, coalesce(sum(outstanding_ore), 0) as ore,"
            + " min(seen_at) as oldest from invoice where decision = 'HOLD' and" + OWN;
    private static final String TOTALS =
            """
            select (select count(distinct voucher_id) from booking where voucher_id is not null and %1$s) as vouchers,
              (select coalesce(sum(net_ore), 0) from booking
                where state in ('BOOKED', 'MATCHED', 'OPEN_PART', 'POSTED') and %1$s) as received,
              (select count(*) from dead_letter where state = 'OPEN' and %1$s) as letters,
              (select count(*) from task where state = 'OPEN' and %1$s) as tasks,
              (select count(*) from difference where state = 'OPEN' and %1$s) as differences"""
                    .formatted(OWN);

    private final JdbcClient sql;
    private final Clock machine;

    Flow(JdbcClient sql, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.machine = machine;
    }

    /** Places on the road, in its order. Words under {@code place.<name>}. */
    public enum Place {
        HELD,
        PENDING,
        RECEIVED,
        REMINDER,
        NOTICE,
        LIST_PENDING,
        COLLECTION,
        LEGAL,
        SURVEILLANCE,
        CLOSED,
        STOPPED
    }

    /**
     * @param days age of the oldest, in whole days
     * @param share of the most kroner at any place, in hundredths
     */
    public record Step(Place place, long count, long ore, long days, long share) {}

    /** The same at one agency. */
    public record Row(String agency, Place place, long count, long ore, long days) {}

    /** What is in the books and what waits for a person. */
    public record Totals(
            long accepted,
            long principalOre,
            long vouchers,
            long receivedOre,
            long letters,
            long tasks,
            long differences) {}

    public List<Row> agencies(Caller caller) {
        caller.need(Right.READ_CLAIMS);
        return own(CLAIMS, caller)
                .query((row, number) -> new Row(
                        row.getString("agency"),
                        place(row.getString("state"), row.getString("stage")),
                        row.getLong("n"),
                        row.getLong("ore"),
                        days(Sql.instant(row, "oldest"))))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Row::agency).thenComparing(Row::place))
                .toList();
    }

    /** All places, empty ones too: the road is the same every day. */
    public List<Step> steps(Collection<Row> agencies, Caller caller) {
        Map<Place, Row> sums = new LinkedHashMap<>();
        for (Place place : Place.values()) {
            sums.put(place, new Row(null, place, 0, 0, 0));
        }
        List<Row> all = new ArrayList<>(agencies);
        all.add(held(caller));
        all.forEach(row -> sums.merge(row.place(), row, Flow::plus));
        long most = Math.max(1, sums.values().stream().mapToLong(Row::ore).max().orElse(1));
        return sums.values().stream()
                .map(row -> new Step(row.place(), row.count(), row.ore(), row.days(), row.ore() * 100 / most))
                .toList();
    }

    private static Row plus(Row one, Row other) {
        return new Row(
                null,
                one.place(),
                one.count() + other.count(),
                one.ore() + other.ore(),
                Math.max(one.days(), other.days()));
    }

    private Row held(Caller caller) {
        return own(HELD, caller)
                .query((row, number) -> new Row(
                        null, Place.HELD, row.getLong("n"), row.getLong("ore"), days(Sql.instant(row, "oldest"))))
                .single();
    }

    /** @param agencies what {@link #agencies} has found for the same caller */
    public Totals totals(Collection<Row> agencies, Caller caller) {
        List<Row> taken = agencies.stream()
                .filter(each -> each.place() != Place.PENDING && each.place() != Place.STOPPED)
                .toList();
        return own(TOTALS, caller)
                .query((row, number) -> new Totals(
                        taken.stream().mapToLong(Row::count).sum(),
                        taken.stream().mapToLong(Row::ore).sum(),
                        row.getLong("vouchers"),
                        row.getLong("received"),
                        row.getLong("letters"),
                        row.getLong("tasks"),
                        row.getLong("differences")))
                .single();
    }

    private JdbcClient.StatementSpec own(String statement, Caller caller) {
        Set<String> own = caller.creditors();
        return sql.sql(statement)
                .param("all", own == null)
                .param("own", own == null || own.isEmpty() ? List.of("") : List.copyOf(own));
    }

    private static Place place(String state, String stage) {
        return switch (state) {
            case "PENDING" -> Place.PENDING;
            case "CLOSED" -> Place.CLOSED;
            case "ACCEPTED" ->
                stage == null
                        ? Place.RECEIVED
                        : Place.valueOf(Stage.valueOf(stage).name());
            default -> Place.STOPPED;
        };
    }

    private long days(Instant oldest) {
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, machine.instant()).toDays());
    }
}
