package no.kravbro.delivery;

import java.time.Instant;

/**
 * Something that entered, as it came.
 *
 * @param source who sent what, for example {@code autocollect.settlement}
 * @param key the sender's own key, unique within the source
 * @param creditorId null while not known
 */
public record InboxEntry(
        long id, String source, String key, String creditorId, String payload, State state, Instant receivedAt) {

    /** NEW until its work is done; CHANGED is kept for people and never worked on. */
    public enum State {
        NEW,
        WORKED,
        CHANGED
    }
}
