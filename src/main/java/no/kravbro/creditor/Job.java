package no.kravbro.creditor;

/** What is done for a creditor by the clock. */
public enum Job {
    /** Read invoices, decide, and hand claims to the outbox. */
    SCAN,
    /** Read what the agency has settled. */
    SETTLEMENTS,
    /** Read stage, case number and balance of all cases. */
    CASES
}
