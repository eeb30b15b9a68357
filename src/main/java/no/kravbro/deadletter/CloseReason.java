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

    /** Key of its words. */
    public String key() {
        return "close." + name();
    }
}
