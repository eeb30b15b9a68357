package no.kravbro.reconcile;

/** Where the booking of a money event stands. */
public enum BookingState {
    /** Written before anything is posted; it may or may not be in the books. */
    INTENDED,
    /** In the books, not yet matched with the open item. */
    BOOKED,
    /** Matched: nothing left to do. */
    MATCHED,
    /** In the books; the open item stays open because only part of it is paid. */
    OPEN_PART,
    /** A proposal that a person in the accounting system has not decided yet. */
    PROPOSED,
    /** A proposal that a person has posted. */
    POSTED,
    /** A proposal that a person has deleted; the money is not booked. */
    DELETED,
    /** A person has ended it, and said why; we book it no more, somebody may have done it by hand. */
    ABANDONED;

    /** True when its amounts stand in the books. */
    public boolean booked() {
        return this == BOOKED || this == MATCHED || this == OPEN_PART || this == POSTED;
    }
}
