package no.kravbro.sandbox;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A trouble to come, for the calls (or events) it matches.
 *
 * @param method HTTP method, or null for any
 * @param path regular expression for the whole path (of an event: for its name), or null for any
 * @param times for how many matching calls; 0 = until cleared
 * @param percent chance per matching call, 1 to 100
 * @param delay how long SLOW, TIMEOUT_AFTER_COMMIT and REFUSED last at most; null = until released or cleared
 * @param retryAfter seconds named in {@code Retry-After}, or null for no such header
 */
public record Fault(
        FaultKind kind, String method, Pattern path, int times, int percent, Duration delay, Integer retryAfter) {

    public Fault {
        if (percent < 1 || percent > 100 || times < 0) {
            throw new IllegalArgumentException("A fault needs percent 1..100 and times >= 0");
        }
        if (kind == FaultKind.SLOW && delay == null) {
            throw new IllegalArgumentException("SLOW needs a delay");
        }
    }

    /** The next {@code times} calls, whatever they are. */
    public static Fault next(FaultKind kind, int times) {
        return new Fault(kind, null, null, times, 100, kind == FaultKind.SLOW ? Duration.ofSeconds(1) : null, null);
    }

    /** Only for calls of this method (null = any) whose whole path matches the regular expression. */
    public Fault on(String onlyMethod, String regex) {
        return new Fault(kind, onlyMethod, Pattern.compile(regex), times, percent, delay, retryAfter);
    }

    public Fault percent(int chance) {
        return new Fault(kind, method, path, times, chance, delay, retryAfter);
    }

    public Fault lasting(Duration time) {
        return new Fault(kind, method, path, times, percent, time, retryAfter);
    }

    public Fault retryAfter(int seconds) {
        return new Fault(kind, method, path, times, percent, delay, seconds);
    }

    boolean matches(String calledMethod, String calledPath) {
        return (method == null || method.equalsIgnoreCase(calledMethod))
                && (path == null || path.matcher(calledPath).matches());
    }
}
