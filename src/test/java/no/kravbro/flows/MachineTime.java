package no.kravbro.flows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

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
