package no.kravbro.transfer.list;

import java.time.Instant;

/**
 * A claim on a collection list.
 *
 * @param cutoffAt the last moment for a no
 * @param reason why it does not go to collection, or null
 * @param answeredBy a person, or {@code kravbro}; null while nobody has answered
 * @param readAt when the books were last seen to show what is owed, or null
 */
public record ListItem(
        long id,
        String claimKey,
        String creditorId,
        int submission,
        Instant cutoffAt,
        State state,
        String reason,
        String answeredBy,
        Instant listedAt,
        Instant answeredAt,
        Instant readAt) {

    /** Where it stands. */
    public enum State {
        /** Goes to collection at the cut-off unless somebody says no. */
        OPEN,
        /** The creditor has said no. */
        REJECTED,
        /** Taken off because it was paid, credited or disputed. */
        TAKEN_OFF,
        /** Nobody has said no. */
        COLLECTED,
        /** Somebody has said no, and it could not be told to the agency before it went on. */
        TOO_LATE
    }
}
