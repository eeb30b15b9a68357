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
        /** Part of a staged retry from now on. */
        RETRY_REQUESTED,
        RETRY_PAUSED,
        RETRY_RESUMED,
        RETRY_CANCELLED,
        RETRIED,
        /** Sent as the accounting system has it now, under another submission number. */
        RENEWED,
        CORRECTED,
        CLOSED,
        SOLVED,
        /** What a person has written about it. */
        NOTED,
        ASSIGNED,
        /** No alerts about its group for a time. */
        MUTED,
        UNLOCKED,
        RESTORED,
        /** A form fix that waits for a second person. */
        CORRECTION_ASKED,
        CORRECTION_REFUSED;

        /** Key of its words. */
        public String key() {
            return "log." + name();
        }
    }
}
