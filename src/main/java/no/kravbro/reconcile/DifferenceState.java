package no.kravbro.reconcile;

/** How far people have come with a difference. */
public enum DifferenceState {
    /** Nobody has looked at it. */
    OPEN,
    /** Somebody has taken note of it and works on it. */
    ACKNOWLEDGED,
    /** Somebody says what was booked; the next comparison tells. */
    FIXED,
    /** Accepted as it is by the business, for as long as the amount stays the same. */
    ACCEPTED,
    /** Both sides agree again. */
    CLOSED
}
