package no.kravbro.deadletter;

import java.time.Instant;
import java.time.LocalDate;

/**
 * All letters with one fix that have not ended.
 *
 * @param open wait for a person
 * @param retrying sent again, the answer is owed
 * @param inquiring the far side is being asked
 * @param amountOre at stake in all of them, in øre
 * @param inDoubt of the open ones, those that may have landed and can only be inquired about
 * @param locked of the open ones, those that failed twice with the same cause after a person's retry
 * @param otherVersion of the open ones, those that failed on another version of the routes than runs now
 * @param since the day the oldest was buried
 * @param deadline of the oldest
 * @param saying what people have said about the group
 */
public record LetterGroup(
        String fingerprint,
        Cause cause,
        Owner owner,
        String agency,
        String what,
        long open,
        long retrying,
        long inquiring,
        long amountOre,
        long inDoubt,
        long locked,
        long otherVersion,
        LocalDate since,
        Deadline deadline,
        Instant firstSeen,
        Instant lastSeen,
        Saying saying) {

    /**
     * What people have said; survives retries.
     *
     * @param mutedUntil no alerts before that day, or null; it is counted all the same
     */
    public record Saying(String assignee, String note, LocalDate mutedUntil) {
        public static final Saying NOTHING = new Saying(null, null, null);
    }

    public long letters() {
        return open + retrying + inquiring;
    }
}
