package no.kravbro.flows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The machine's clock of a product under test: runs as the real one does, and can be pushed over a pause. */
public final class MachineTime extends Clock {

    private final Clock real = Clock.systemUTC();
    private volatile Duration ahead = Duration.ZERO;

    /** Moves on to this instant; an instant that has passed changes nothing. */
    public synchronized void reach(Instant instant) {
        Duration missing = Duration.between(instant(), instant);
        if (!missing.isNegative()) {
            ahead = ahead.plus(missing);
        }
    }

    /** As when somebody sets the machine's clock; backwards too. */
    public synchronized void jump(Duration by) {
        ahead = ahead.plus(by);
    }

    /** Moves on to when something is due next, unless something is under way or due. */
    void skipPause(JdbcClient sql) {
        OffsetDateTime now = instant().atOffset(ZoneOffset.UTC);
        // In one statement: what is taken up between two would be leased until a moment that is then skipped to.
        sql.sql("select min(moment) from (select due_at as moment from delivery where state <> 'IN_FLIGHT'"
                        + " union all select not_before from schedule) waits where moment > :now"
                        + " and not exists (select 1 from delivery where state = 'IN_FLIGHT' or due_at <= :now)")
                .param("now", now)
                .query(OffsetDateTime.class)
                .optional()
                .ifPresent(due -> reach(due.toInstant()));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The machine has no zone");
    }
}
