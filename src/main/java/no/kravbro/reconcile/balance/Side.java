package no.kravbro.reconcile.balance;

/** Who says what is left of a claim. */
public enum Side {
    /** The creditor's books in the accounting system. */
    LEDGER,
    AGENCY
}
