package no.kravbro.deadletter;

import java.time.Instant;

/**
 * One wish to send a letter again, and what became of it.
 *
 * @param runId the staged retry it belongs to, or null for a single one
 * @param target who gets it, or null for what is taken up again
 * @param revision of the letter when it was decided about
 * @param queuedAt when it went to the outbox, or null
 */
public record Retry(
        long id,
        Long runId,
        long letterId,
        int position,
        int stage,
        String target,
        long revision,
        Preview.Effect effect,
        RetryState state,
        String detail,
        String who,
        Instant requestedAt,
        Instant queuedAt,
        Instant endedAt) {

    boolean waits() {
        return state == RetryState.REQUESTED && queuedAt == null;
    }
}
