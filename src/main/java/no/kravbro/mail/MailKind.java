package no.kravbro.mail;

/** What a mail is about; words under {@code mail.<KIND>.subject}. */
public enum MailKind {
    /** What goes to collection unless somebody says no. */
    COLLECTION_LIST,
    /** The same, the working day before the cut-off. */
    LIST_REMINDER,
    /** A debtor's objection waits for an answer. */
    DISPUTE_DUE,
    /** A key of Tripletex or an agency lets us in no more. */
    KEY_STOPPED,
    /** A key of Tripletex will end soon. */
    KEY_ENDS,
    /** A new, returned or grown group of dead letters; for operations. */
    ALERT,
    /** What failed and what is to be done, once a working day. */
    DIGEST,
    /** What an agency has settled, as a document. */
    SETTLEMENT;

    /** Whether who gets it may decline it: a deadline nobody may. */
    public boolean mayBeDeclined() {
        return this == DIGEST;
    }
}
