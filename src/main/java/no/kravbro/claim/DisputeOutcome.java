package no.kravbro.claim;

/** What the creditor answers to a debtor who objects. Every objection is answered. */
public enum DisputeOutcome {
    /** The claim stands; the debtor is told why. */
    CLAIM_UPHELD,
    ACCEPTED_FULL,
    /** A part is given up, the rest is collected. */
    ACCEPTED_PARTIAL,
    /** No agreement: the conciliation board decides. */
    CONCILIATION_BOARD
}
