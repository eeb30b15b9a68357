package no.kravbro.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** So many calls a minute, minute by minute, as one token of the accounting system may make. Counts what was made of them. */
final class Quota {

    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Clock clock;
    private final int limit;
    private final boolean tellsReset;
    private final Instant began;
    private Instant ends = Instant.MIN;
    private int left;
    private long answered;
    private long refused;
    private long periods;

    Quota(Clock clock, int limit, boolean tellsReset) {
        this.clock = clock;
        this.limit = limit;
        this.tellsReset = tellsReset;
        this.began = clock.instant();
    }

    /** What an answer tells of the limit. */
    record Told(boolean refused, Map<String, String> headers) {}

    /** @param periods minutes from the first on, the running one with them */
    record Use(long answered, long refused, long periods) {}

    synchronized Told take() {
        Instant now = clock.instant();
        if (!now.isBefore(ends)) {
            periods = Duration.between(began, now).toMinutes() + 1;
            ends = began.plus(PERIOD.multipliedBy(periods));
            left = limit;
        }
        boolean no = left == 0;
        if (no) {
            refused++;
        } else {
            left--;
            answered++;
        }
        return new Told(no, headers(now));
    }

    private Map<String, String> headers(Instant now) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Rate-Limit-Limit", Integer.toString(limit));
        headers.put("X-Rate-Limit-Remaining", Integer.toString(left));
        if (tellsReset) {
            headers.put(
                    "X-Rate-Limit-Reset",
                    Long.toString(Duration.between(now, ends).toSeconds() + 1));
        }
        return headers;
    }

    synchronized Use use() {
        return new Use(answered, refused, periods);
    }
}
