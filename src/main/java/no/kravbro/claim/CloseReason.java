package no.kravbro.claim;

/** Why an agency ended a case. */
public enum CloseReason {
    PAID,
    PARTIAL_SETTLEMENT,
    CREDITED,
    WITHDRAWN,
    CREDITOR_SILENT,
    DISPUTED,
    BANKRUPTCY,
    DEBT_ARRANGEMENT,
    ESTATE,
    UNTRACEABLE,
    LIMITATION,
    NO_ASSETS,
    ERROR
}
