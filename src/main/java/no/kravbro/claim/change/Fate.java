package no.kravbro.claim.change;

/** What we made of a posting. */
public enum Fate {
    /** It stood there when the claim was written down: part of what was handed over. */
    CLAIMED,
    /** Our own booking: never reported back. */
    OURS,
    PAYMENT,
    CREDIT,
    WRITTEN_OFF,
    AGENCY_MONEY,
    /** Takes back a payment. */
    TAKES_BACK,
    /** A person must see what it is. */
    UNCLEAR
}
