package no.kravbro.claim.change;

/** What a posting on the receivable of an invoice is, by the voucher it stands in. */
public enum Nature {
    /** Our own booking of the agency's money. */
    OURS,
    /** It may be a booking of ours whose outcome is not known yet: to be looked at again later. */
    MAYBE_OURS,
    /** Paid to the creditor. */
    PAYMENT,
    CREDIT_NOTE,
    /** Given up in the books; the debtor owes it all the same. */
    WRITE_OFF,
    /** The agency's money, booked on the debtor by a person. */
    AGENCY_MONEY,
    /** None of these for certain. */
    OTHER
}
