package no.kravbro.deadletter;

/** Where a dead letter stands. Ends only at the far side's answer or at a person's decision, never at "queued". */
public enum LetterState {
    /** Waits for a person. */
    OPEN,
    /** Sent again; the answer is owed. */
    RETRYING,
    /** The far side is being asked whether it landed. */
    INQUIRING,
    /** The far side has confirmed it. */
    SOLVED,
    /** A person has ended it, with a reason. */
    CLOSED;

    /** True while a person may still do something with it. */
    public boolean isOpen() {
        return this == OPEN;
    }
}
