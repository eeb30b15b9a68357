package no.kravbro.reconcile.balance;

/** How a claim stands at its agency. */
public enum AtAgency {
    /** The agency does not have it. */
    MISSING,
    /** The agency follows it. */
    FOLLOWED,
    /** The agency has ended it because nothing is owed any more. */
    SETTLED,
    /** The agency has ended it unpaid, so that what is owed is the creditor's own matter again. */
    HANDED_BACK
}
