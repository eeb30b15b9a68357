package no.kravbro.sandbox.autocollect;

/** The contract's case types. */
enum Stage {
    PAYMENT_REMINDER,
    COLLECTION_NOTICE,
    DEBT_COLLECTION,
    LEGAL,
    SURVEILLANCE
}
