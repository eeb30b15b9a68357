package no.kravbro.crash;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's time, which moves only when it is moved. */
final class StoppedTime extends Clock {

    private volatile Instant now;

    StoppedTime(Instant begin) {
        this.now = begin;
    }

    /** Moves there, also back. */
    void set(Instant instant) {
        now = instant;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
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
