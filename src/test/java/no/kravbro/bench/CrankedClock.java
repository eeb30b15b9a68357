package no.kravbro.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A machine's clock that can be pushed over a pause, and that may run faster than the real one from a given moment on. */
final class CrankedClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private final Instant began;
    private final int speed;
    private volatile Duration ahead = Duration.ZERO;

    /** @param began real moment from which on it runs that many times as fast */
    CrankedClock(Instant began, int speed) {
        this.began = began;
        this.speed = speed;
    }

    /** Moves on to this instant; an instant that has passed changes nothing. */
    synchronized void reach(Instant instant) {
        Duration missing = Duration.between(instant(), instant);
        if (!missing.isNegative()) {
            ahead = ahead.plus(missing);
        }
    }

    @Override
    public Instant instant() {
        return began.plus(Duration.between(began, real.instant()).multipliedBy(speed))
                .plus(ahead);
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
