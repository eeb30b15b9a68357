package no.kravbro.deadletter;

import java.time.Instant;

/**
 * A plan being carried out: one letter, then five, then twenty-five, then the rest.
 *
 * @param forgiven retries up to this id that failed as before do not stop it any more: a person has gone on regardless
 * @param reason why it stands still, or null
 * @param stoppedBy the letter that stopped it, or null
 * @param beginsAt until then nothing leaves and all of it can be undone
 */
public record StagedRetry(
        long id,
        String planId,
        State state,
        int stage,
        long forgiven,
        Reason reason,
        Long stoppedBy,
        String who,
        Instant beginsAt,
        Instant changedAt) {

    /** How it goes on. */
    public enum State {
        /** May still be undone. */
        WAITING,
        RUNNING,
        /** By a person. */
        PAUSED,
        /** By itself. */
        STOPPED,
        DONE,
        CANCELLED;

        boolean isOver() {
            return this == DONE || this == CANCELLED;
        }

        /** Key of its words. */
        public String key() {
            return "staged." + name();
        }
    }

    /** Why it has stopped itself. */
    public enum Reason {
        /** A letter failed with the cause it had before: the others would too. */
        SAME_CAUSE;

        /** Key of its words. */
        public String key() {
            return "stopped." + name();
        }
    }
}
