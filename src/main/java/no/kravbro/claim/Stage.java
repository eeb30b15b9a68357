package no.kravbro.claim;

/** How far the agency has come with a case, in the order of the run. */
public enum Stage {
    RECEIVED,
    REMINDER,
    NOTICE,
    /** The notice fell due unpaid, and the creditor may still stop the case before collection. */
    LIST_PENDING,
    COLLECTION,
    LEGAL,
    SURVEILLANCE,
    CLOSED;

    public boolean isOpen() {
        return this != CLOSED;
    }
}
