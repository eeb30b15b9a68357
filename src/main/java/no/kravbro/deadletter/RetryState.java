package no.kravbro.deadletter;

/** How far a retry is. It ends at the far side's answer, never at "queued". */
public enum RetryState {
    /** Asked for; waits for its stage, for its agency's pace, or in the outbox. */
    REQUESTED,
    /** On its way or at the far side; the answer is owed. */
    SENT,
    /** The far side has confirmed it. */
    ACCEPTED,
    FAILED_SAME_CAUSE,
    FAILED_NEW_CAUSE,
    /** The last look before harm found it not wanted any more, or a person has closed it. */
    CALLED_OFF,
    /** It had changed before its turn came; nothing was sent. */
    PASSED_BY,
    /** Cancelled before it was sent; the letter is as it was. */
    CANCELLED;

    public boolean ended() {
        return this != REQUESTED && this != SENT;
    }

    /** Key of its words. */
    public String key() {
        return "retry." + name();
    }
}
