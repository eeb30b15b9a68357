package no.kravbro.sandbox;

import java.time.Clock;
import java.time.Instant;

/** Where the sandbox clock stood, so that a stopped sandbox goes on at its own time and not at the real one. */
public final class ClockMemory {

    private static final String NOW = "now";

    private final Store.Table<String> table;

    public ClockMemory(Store store) {
        this.table = store.table("clock", String.class);
    }

    /** A clock that starts where the last one was remembered, or at {@code first} when there was none. */
    public SandboxClock clock(Instant first, Clock real) {
        String last = table.get(NOW);
        return new SandboxClock(last == null ? first : Instant.parse(last), real);
    }

    public void remember(SandboxClock clock) {
        table.put(NOW, clock.instant().toString());
    }
}
