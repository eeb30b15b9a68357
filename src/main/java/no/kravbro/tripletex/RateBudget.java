package no.kravbro.tripletex;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import no.kravbro.agency.WireAnswer;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * How many calls a token may still make. The budget is a row that all nodes share; each node takes a few calls out of it
 * at a time, so that a call rarely costs a statement. Until an answer has named a limit, there is none.
 */
@Component
public class RateBudget {

    private static final int CHUNK = 10;

    /** For a 429 that does not say how long: long enough for most periods. */
    private static final Duration SILENT_REFUSAL = Duration.ofSeconds(60);

    private static final Duration GUESSED_PERIOD = Duration.ofSeconds(60);

    private final RateRows rows;
    private final Clock clock;
    private final Map<String, Purse> purses = new ConcurrentHashMap<>();

    RateBudget(RateRows rows, @Qualifier("machine") Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** @param limit calls in a period and {@code left} of them; null until an answer has told */
    public record Headroom(Integer limit, Integer left, Instant resetsAt) {}

    /** One budget per employee token; a name for it, never the token. Paths may be longer than a key. */
    public static String name(String tokenFile) {
        return "tripletex:" + Sql.hash(tokenFile);
    }

    /** What all nodes together may still call. @param token its name */
    public Headroom headroom(String token) {
        RateRows.Row row = rows.find(token).orElseGet(() -> new RateRows.Row(null, null, null, null));
        boolean over = row.resetsAt() == null || !row.resetsAt().isAfter(clock.instant());
        return new Headroom(row.limit(), over ? row.limit() : row.remaining(), over ? null : row.resetsAt());
    }

    /** What this node holds. Guarded by itself. */
    private static final class Purse {
        private int calls;
        private int reported = Integer.MAX_VALUE;
        private Instant periodEnds = Instant.MAX;
        private Instant blockedUntil = Instant.MIN;
    }

    /**
     * Asks for one call.
     *
     * @param token a name for the token, never the token itself
     * @return zero when the call may go now, else how long to wait before asking again
     */
    public Duration take(String token) {
        Purse purse = purses.computeIfAbsent(token, name -> new Purse());
        synchronized (purse) {
            Instant now = clock.instant();
            if (now.isBefore(purse.blockedUntil)) {
                return Duration.between(now, purse.blockedUntil);
            }
            if (purse.calls > 0 && now.isBefore(purse.periodEnds)) {
                purse.calls--;
                return Duration.ZERO;
            }
            return refill(token, purse, now);
        }
    }

    /** Every answer goes by here: its headers keep the budget true, and a 429 closes it for all nodes. */
    public void answered(String token, WireAnswer answer) {
        Purse purse = purses.computeIfAbsent(token, name -> new Purse());
        synchronized (purse) {
            RateHeaders headers = RateHeaders.of(answer.headers());
            if (answer.status() == 429) {
                block(token, purse, headers, answer.retryAfter());
            } else if (headers.complete()) {
                learn(token, purse, headers);
            } else if (headers.limit() != null && headers.remaining() != null) {
                learn(token, purse, headers.resetting(guessed(purse, headers.remaining())));
            }
        }
    }

    private Duration refill(String token, Purse purse, Instant now) {
        if (!now.isBefore(purse.periodEnds)) {
            purse.reported = Integer.MAX_VALUE;
        }
        purse.calls = 0;
        RateRows.Row row = rows.read(token);
        if (row.blockedUntil() != null && now.isBefore(row.blockedUntil())) {
            purse.blockedUntil = row.blockedUntil();
            return Duration.between(now, row.blockedUntil());
        }
        if (row.limit() == null) {
            return granted(purse, CHUNK, Instant.MAX);
        }
        Instant ends = row.resetsAt();
        if (ends == null || !now.isBefore(ends)) {
            ends = now.plus(GUESSED_PERIOD);
            rows.newPeriod(token, now, ends);
        }
        return lease(token, purse, Math.max(1, Math.min(CHUNK, row.limit() / CHUNK)), now, ends);
    }

    private Duration lease(String token, Purse purse, int chunk, Instant now, Instant ends) {
        if (rows.lease(token, chunk, purse.reported)) {
            return granted(purse, chunk, ends);
        }
        if (chunk > 1 && rows.lease(token, 1, purse.reported)) {
            return granted(purse, 1, ends);
        }
        return Duration.between(now, ends);
    }

    private static Duration granted(Purse purse, int calls, Instant ends) {
        purse.calls = calls - 1;
        purse.periodEnds = ends;
        return Duration.ZERO;
    }

    private void learn(String token, Purse purse, RateHeaders headers) {
        Instant ends = clock.instant().plus(headers.reset());
        purse.reported = headers.remaining();
        boolean known = Duration.between(ends, purse.periodEnds).abs().toSeconds() <= 5;
        if (!known) {
            rows.learn(token, headers.limit(), Math.max(0, headers.remaining() - purse.calls), ends);
            purse.periodEnds = ends;
        }
    }

    /** Without a word on when it ends: a period begins when there are more calls left than before. */
    private Duration guessed(Purse purse, int remaining) {
        boolean begins = purse.periodEnds.equals(Instant.MAX) || remaining > purse.reported;
        return begins ? GUESSED_PERIOD : Duration.between(clock.instant(), purse.periodEnds);
    }

    private void block(String token, Purse purse, RateHeaders headers, Duration retryAfter) {
        Instant now = clock.instant();
        RateRows.Row row = rows.read(token);
        Instant lastKnown = row.resetsAt() != null && row.resetsAt().isAfter(now) ? row.resetsAt() : null;
        Instant until = Stream.of(headers.reset(), retryAfter)
                .filter(pause -> pause != null)
                .findFirst()
                .map(now::plus)
                .orElse(lastKnown != null ? lastKnown : now.plus(SILENT_REFUSAL));
        rows.block(token, until);
        purse.blockedUntil = until;
        purse.calls = 0;
    }
}
