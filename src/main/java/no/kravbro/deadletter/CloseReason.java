package no.kravbro.deadletter;

/** Why a person ends a dead letter without what it was about. Words in the message files under {@code close.<code>}. */
public enum CloseReason {
    /** Someone has done it by hand at the far side. */
    DONE_BY_HAND,
    /** Paid, credited or withdrawn meanwhile. */
    NOT_WANTED_ANY_MORE,
    /** The same thing has gone another way. */
    DUPLICATE,
    /** It should never have been sent. */
    SENT_BY_MISTAKE,
    /** None of the others; the text says it. */
    OTHER;

    private static final String CLOSED = "CLOSED_";

    /** The reason that the delivery is cancelled with. */
    String cancels() {
        return CLOSED + name();
    }

    /** Why a letter ends whose delivery was cancelled. */
    static CloseReason of(String cancelled) {
        return cancelled.startsWith(CLOSED) ? valueOf(cancelled.substring(CLOSED.length())) : NOT_WANTED_ANY_MORE;
    }

    /** Key of its words. */
    public String key() {
        return "close." + name();
    }
}
