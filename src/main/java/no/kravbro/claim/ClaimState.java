package no.kravbro.claim;

/** Where a claim stands between us and the agency; how far the agency has come is its {@link Stage}. */
public enum ClaimState {
    /** Handed to the outbox; the agency has not confirmed it. */
    PENDING,
    ACCEPTED,
    REFUSED,
    /** Stopped by us before the agency had it, because it was no longer right. */
    STOPPED,
    /** The agency has ended its case; the same invoice may be submitted again. */
    CLOSED
}
