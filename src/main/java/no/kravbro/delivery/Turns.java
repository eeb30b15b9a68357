package no.kravbro.delivery;

import java.time.Instant;

/**
 * In which order the due deliveries of one target are taken. A turn is a moment in milliseconds; each further delivery of a
 * creditor stands a stride behind the one before, so that a creditor who comes later with a few is not behind all of
 * another's thousands, and two with thousands take turns. Fair as long as the target takes more than one per stride.
 *
 * <p>What waits for its time has the turn of that time, moved below zero: so a look for due work stops at what is not due yet
 * instead of going through all of it.
 */
public final class Turns {
    /** What is added to the turn of what waits: far below every time of this world. */
    public static final long RESTED = -(1L << 52);

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

    /** The turn of what has nothing to do before a moment. Up to this turn of now everything that waited is due. */
    public static long rested(Instant until) {
        return RESTED + at(until);
    }

    long next() {
        var turn = next;
        next += STRIDE;
        return turn;
    }
}
