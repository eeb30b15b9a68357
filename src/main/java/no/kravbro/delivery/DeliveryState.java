package no.kravbro.delivery;

/** Where a delivery stands. */
public enum DeliveryState {
    /** Written, never tried. */
    READY,
    /** Leased by a worker right now. */
    IN_FLIGHT,
    /** Taken for processing by the far side; an answer is owed. */
    HANDED_OVER,
    /** Certainly not processed; tried again later. */
    WAITING,
    /** May have landed; asked about before anything else. */
    UNKNOWN,
    /** Confirmed. */
    DONE,
    /** Given up until a person acts; its dead letter says why. */
    DEAD,
    /** Not wanted any more. */
    CANCELLED;

    /** True when nothing more will happen by itself and the next delivery of the group may go. */
    public boolean settled() {
        return this == DONE || this == CANCELLED;
    }
}
