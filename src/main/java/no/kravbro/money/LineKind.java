package no.kravbro.money;

/** What a settlement line is about. A kind that is not here is never booked. */
public enum LineKind {
    PRINCIPAL,
    LATE_INTEREST,
    REMINDER_FEE,
    COLLECTION_FEE,
    VAT,
    COURT_COSTS,
    AGENCY_DEDUCTION
}
