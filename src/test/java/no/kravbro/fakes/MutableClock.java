package no.kravbro.fakes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. Safe for many threads. */
public final class MutableClock extends Clock {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    public MutableClock(Instant start) {
        this(new AtomicReference<>(start), OSLO);
    }

    private MutableClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** For example {@code MutableClock.at("2026-01-05T08:00:00+01:00")}. */
    public static MutableClock at(String time) {
        return new MutableClock(OffsetDateTime.parse(time).toInstant());
    }

    public void advance(Duration by) {
        now.updateAndGet(was -> was.plus(by));
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MutableClock(now, other);
    }
}
