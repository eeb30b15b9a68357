package no.kravbro.delivery;

/** What a worker is to do with a delivery it has claimed. */
public enum Purpose {
    /** Send it: it is certain that nothing of it is at the far side. */
    SEND,
    /** Ask for it by our own ids: it may be at the far side. */
    INQUIRE
}
