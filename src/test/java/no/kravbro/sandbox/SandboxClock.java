package no.kravbro.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The sandbox's own time: runs like the real one, from a chosen instant, and can be pushed forward. Oslo days. */
public final class SandboxClock extends Clock {

    public static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Clock real;
    private Duration ahead;

    /** @param real the clock underneath; a fixed one gives a clock that only moves when pushed */
    public SandboxClock(Instant start, Clock real) {
        this.real = real;
        this.ahead = Duration.between(real.instant(), start);
    }

    @Override
    public synchronized Instant instant() {
        return real.instant().plus(ahead);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(instant(), OSLO);
    }

    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("The sandbox clock only moves forward");
        }
        ahead = ahead.plus(by);
    }

    /** Back to a moment that was kept with everything else, so that it can be lived again. */
    public synchronized void backTo(Instant moment) {
        ahead = Duration.between(real.instant(), moment);
    }

    @Override
    public ZoneId getZone() {
        return OSLO;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("The sandbox lives in Oslo");
    }
}
