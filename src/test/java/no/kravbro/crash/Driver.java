package no.kravbro.crash;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.ScheduledPollConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the product's consumers do what is due, one after the other, by their own routes. */
final class Driver {

    private static final String OPEN = "state in ('READY', 'WAITING', 'HANDED_OVER', 'UNKNOWN', 'IN_FLIGHT')";
    private static final String UNBURIED = " from delivery d where d.state = 'DEAD' and not exists"
            + " (select 1 from dead_letter l where l.delivery_id = d.id and l.updated_at >= d.updated_at)";

    private static final Duration GUARDED = Duration.ofMinutes(5);

    private final Ground ground;
    private final JdbcClient eyes;
    private final CamelContext camel;
    private Instant guarded;

    Driver(Ground ground) {
        this.ground = ground;
        this.eyes = JdbcClient.create(ground.database().real());
        this.camel = ground.world.bean(CamelContext.class);
    }

    JdbcClient eyes() {
        return eyes;
    }

    /** Does one thing that is due. False when nothing is, or when nothing came of it. */
    boolean step() {
        ground.sabotage.spoil(eyes, now());
        int before = ground.fate.count();
        for (String target : targets()) {
            poll("delivery." + target);
            // The claim itself is one effect; when that was all, what is due there waits for something else.
            if (ground.fate.isDead() || ground.fate.count() > before + 1) {
                return true;
            }
            before = ground.fate.count();
        }
        if (jobs() > 0) {
            before = ground.fate.count();
            run("schedule.tick-1");
            // One that is due may wait for another that a process held when it died.
            if (ground.fate.isDead() || ground.fate.count() > before + 1) {
                return true;
            }
        }
        if (received() > 0) {
            run("inbox.reenter");
            return true;
        }
        return guards();
    }

    /** Once at each moment shortly before a cut-off. */
    private boolean guards() {
        Instant moment = ground.town.clock().instant();
        boolean listed = eyes.sql(
                                "select count(*) from list_item where state = 'OPEN' and cutoff_at > :now and cutoff_at <= :soon")
                        .param("now", at(moment))
                        .param("soon", at(moment.plus(GUARDED)))
                        .query(Long.class)
                        .single()
                > 0;
        if (!listed || moment.equals(guarded)) {
            return false;
        }
        guarded = moment;
        run("lists.guard");
        return true;
    }

    private List<String> targets() {
        return eyes.sql("select distinct target from delivery where " + OPEN + " and due_at <= :now order by target")
                .param("now", now())
                .query(String.class)
                .list();
    }

    private long jobs() {
        return count(
                "select count(*) from schedule where due_at <= :business and (not_before is null or not_before <= :now)"
                        + " and (lease_until is null or lease_until <= :now)");
    }

    private long received() {
        return count("select count(*) from inbox where state = 'NEW' and lease_until <= :now")
                + count("select count(*)" + UNBURIED + " and d.updated_at < :buried");
    }

    private long count(String sql) {
        return parameters(sql).query(Long.class).single();
    }

    private JdbcClient.StatementSpec parameters(String sql) {
        JdbcClient.StatementSpec statement = eyes.sql(sql);
        statement = sql.contains(":now") ? statement.param("now", now()) : statement;
        statement = sql.contains(":business")
                ? statement.param("business", at(ground.town.clock().instant()))
                : statement;
        return sql.contains(":buried") ? statement.param("buried", now().minusMinutes(2)) : statement;
    }

    private OffsetDateTime now() {
        return at(ground.machine.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The next moment at which something will be due by itself. */
    Optional<Instant> next() {
        String sql = "select min(moment) from ("
                + "select due_at as moment from delivery where " + OPEN
                + " union all select lease_until from schedule where due_at <= :business"
                + " union all select not_before from schedule where due_at <= :business"
                + " union all select lease_until from inbox where state = 'NEW') waits where moment > :now";
        Optional<Instant> moment =
                parameters(sql).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
        Optional<Instant> burial = eyes.sql("select min(d.updated_at)" + UNBURIED)
                .query(OffsetDateTime.class)
                .optional()
                .map(given -> given.toInstant().plusSeconds(121));
        return moment.isEmpty()
                ? burial
                : burial.filter(when -> when.isBefore(moment.get())).or(() -> moment);
    }

    private void poll(String route) {
        ground.steps.begin(route + " claim");
        ScheduledPollConsumer consumer =
                (ScheduledPollConsumer) camel.getRoute(route).getConsumer();
        consumer.setGreedy(false);
        consumer.run();
    }

    private void run(String route) {
        ground.steps.begin(route);
        Route found = camel.getRoute(route);
        Exchange exchange = found.getEndpoint().createExchange();
        try {
            found.getConsumer().getProcessor().process(exchange);
        } catch (Exception failed) {
            throw new IllegalStateException(route, failed);
        }
    }

    /** Nothing that the product began is still under way. */
    boolean isDrained() {
        return camel.getInflightRepository().size() == 0;
    }
}
