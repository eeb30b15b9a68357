package no.kravbro.delivery;

import java.time.Instant;

/**
 * In which order the due deliveries of one target are taken. A turn is a moment in milliseconds; each further delivery of a
 * creditor stands a stride behind the one before, so that a creditor who comes later with a few is not behind all of
 * another's thousands, and two with thousands take turns. Fair as long as the target takes more than one per stride.
 */
final class Turns {
    static final long STRIDE = 10_000;

    private long next;

    /** Behind the last turn of the creditor's deliveries that are not settled, or null when there are none. */
    Turns(Long last, Instant now) {
        next = last == null ? at(now) : Math.max(at(now), last + STRIDE);
    }

    /** The turn of what has come back, or is asked about, at a moment. */
    static long at(Instant moment) {
        return moment.toEpochMilli();
    }

    long next() {
        var turn = next;
        next += STRIDE;
        return turn;
    }
}
