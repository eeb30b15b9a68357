package no.kravbro.sandbox.tripletex;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import no.kravbro.sandbox.Reply;

/** Calls per token and minute, by the machine's clock. The real figure is not published; this one is set by the test. */
final class RateLimit {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Clock machine;
    private final Map<String, Window> windows = new HashMap<>();
    private int perMinute = 1_000_000;
    private boolean resetOnRefusal = true;

    /** Calls since a moment. */
    private static final class Window {
        private Instant since;
        private int calls;
    }

    RateLimit(Clock machine) {
        this.machine = machine;
    }

    /** @param resetOnRefusal false: the 429 comes without the reset header, as some do */
    void set(int perMinute, boolean resetOnRefusal) {
        this.perMinute = perMinute;
        this.resetOnRefusal = resetOnRefusal;
        windows.clear();
    }

    /** Counts a call; false when it is one too many. */
    boolean admit(String owner) {
        Window window = windows.computeIfAbsent(owner, key -> new Window());
        Instant now = machine.instant();
        if (window.since == null || !now.isBefore(window.since.plus(PERIOD))) {
            window.since = now;
            window.calls = 0;
        }
        window.calls++;
        return window.calls <= perMinute;
    }

    Reply stamp(Reply reply, String owner) {
        Window window = windows.get(owner);
        Reply stamped = reply.with("X-Rate-Limit-Limit", Integer.toString(perMinute))
                .with("X-Rate-Limit-Remaining", Integer.toString(Math.max(0, perMinute - window.calls)));
        if (reply.status() == 429 && !resetOnRefusal) {
            return stamped;
        }
        Duration left = Duration.between(machine.instant(), window.since.plus(PERIOD));
        return stamped.with(
                "X-Rate-Limit-Reset",
                Long.toString(Math.max(1, left.plusMillis(999).toSeconds())));
    }
}
