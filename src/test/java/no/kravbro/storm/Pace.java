package no.kravbro.storm;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import no.kravbro.flows.World;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Lets the product work until nothing is under way. Time passes only while nobody works: a lease that ran out while its holder
 * waits for an answer would be a fault of the test. Looks into the database past the product, on a line that holds.
 */
final class Pace {

    /** Nothing comes to its end for so long: then something is stuck, however large the storm and slow the machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration LOOK = Duration.ofMillis(40);
    private static final int TICK_AFTER = 2;
    private static final int IDLE_LOOKS = 4;
    /** What is due soon after the next thing is due with it. */
    private static final Duration TOGETHER = Duration.ofMinutes(2);

    private static final String UNDER_WAY =
            """
            from delivery d where d.state not in ('DONE', 'CANCELLED', 'DEAD')
              and not exists (select 1 from delivery e where e.group_key = d.group_key and e.id < d.id and e.state = 'DEAD')""";
    private static final String UNBURIED =
            """
            from delivery d where d.state = 'DEAD'
              and not exists (select 1 from dead_letter l where l.delivery_id = d.id and l.updated_at >= d.updated_at)""";
    private static final String NEXT = "select min(moment) from (select d.due_at as moment " + UNDER_WAY
            + " union all select not_before from schedule union all select lease_until from schedule"
            + " union all select lease_until from inbox where state = 'NEW'"
            + " union all select d.updated_at + interval '121' second " + UNBURIED + ") waits where moment > :now";
    private static final List<String> QUIET = List.of(
            "select count(*) " + UNDER_WAY,
            "select count(*) " + UNBURIED,
            "select count(*) from inbox where state = 'NEW'",
            "select count(*) from schedule where holder is not null");

    private final World world;
    private final JdbcClient sql;
    private final Ticks ticks;
    private final Runnable whileIdle;

    /** @param whileIdle done each time before time passes */
    Pace(World world, Runnable whileIdle) {
        this.world = world;
        this.sql = JdbcClient.create(new DriverManagerDataSource(world.database(), "sa", ""));
        this.ticks = new Ticks(world);
        this.whileIdle = whileIdle;
    }

    JdbcClient sql() {
        return sql;
    }

    /** Until everything is done, dead, or behind something dead. Throws {@link AssertionError} when something is stuck. */
    void untilQuiet(String what) {
        int[] idle = {0};
        until(what, () -> {
            idle[0] = atWork() ? 0 : idle[0] + 1;
            if (idle[0] == TICK_AFTER) {
                ticks.tick();
            }
            return idle[0] >= IDLE_LOOKS && (quiet() || !pass(idle));
        });
    }

    /** Until it holds, while nothing but real time passes. Throws {@link AssertionError} when nothing is settled for long. */
    void until(String what, Callable<Boolean> holds) {
        long settled = -1;
        for (long now = settled(); now > settled; now = settled()) {
            settled = now;
            if (within(PATIENCE, what, holds)) {
                return;
            }
        }
        throw new AssertionError("STUCK " + what + ": " + left());
    }

    private boolean within(Duration patience, String what, Callable<Boolean> holds) {
        try {
            Awaitility.await(what)
                    .atMost(patience)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOK)
                    .until(() -> {
                        world.agencyWorks();
                        return holds.call();
                    });
            return true;
        } catch (ConditionTimeoutException slow) {
            return false;
        }
    }

    private long settled() {
        return count("select count(*) from delivery where state in ('DONE', 'CANCELLED', 'DEAD')")
                + count("select count(*) from inbox where state <> 'NEW'");
    }

    private boolean atWork() {
        return world.bean(CamelContext.class).getInflightRepository().size() > 0;
    }

    private boolean quiet() {
        return QUIET.stream().allMatch(each -> count(each) == 0) && dueJobs() == 0;
    }

    private long dueJobs() {
        return sql.sql("select count(*) from schedule where due_at <= :now")
                .param("now", world.town().clock().instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    long count(String statement) {
        return sql.sql(statement).query(Long.class).single();
    }

    /** Time passes until the next thing is due. Always true: it is not over. */
    private boolean pass(int[] idle) {
        whileIdle.run();
        OffsetDateTime now = world.machine().instant().atOffset(ZoneOffset.UTC);
        sql.sql(NEXT).param("now", now).query(OffsetDateTime.class).optional().ifPresent(due -> world.machine()
                .reach(due.toInstant().plus(TOGETHER)));
        idle[0] = 0;
        return true;
    }

    /** What is left, for a person who wonders why. */
    List<String> left() {
        return sql.sql("select d.kind || ' ' || d.delivery_key || ' ' || d.state || ' ' || d.purpose || ' attempts ' ||"
                        + " d.attempts || ' inquiries ' || d.inquiries || ' ' || coalesce(d.cause, '') || ' due '"
                        + " || coalesce(cast(d.due_at as varchar), '') " + UNDER_WAY
                        + " union all select 'job ' || job || ' ' || creditor_id || ' ' || coalesce(last_result, '') from schedule"
                        + " where holder is not null or last_result <> 'OK'"
                        + " union all select 'inbox ' || source || ' ' || inbox_key from inbox where state = 'NEW'")
                .query(String.class)
                .list();
    }
}
