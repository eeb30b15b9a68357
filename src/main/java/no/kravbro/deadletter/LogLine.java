package no.kravbro.deadletter;

import java.time.Instant;

/**
 * One line of a dead letter's history; lines are only ever added.
 *
 * @param who the person as the door knows them, or {@code kravbro}
 */
public record LogLine(Instant at, String who, What what, String detail) {

    /** What can happen to a dead letter. */
    public enum What {
        BURIED,
        FAILED_AGAIN_SAME_CAUSE,
        FAILED_AGAIN_NEW_CAUSE,
        INQUIRED,
        RETRIED,
        CORRECTED,
        CLOSED,
        SOLVED
    }
}
