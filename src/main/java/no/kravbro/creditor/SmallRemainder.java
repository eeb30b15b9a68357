package no.kravbro.creditor;

/** What is done when little is left of a part-paid claim. */
public enum SmallRemainder {
    /** A person decides. */
    TASK,
    /** The claim is withdrawn where that is known to cost nothing; a person decides about the others. */
    WITHDRAW_FREE
}
