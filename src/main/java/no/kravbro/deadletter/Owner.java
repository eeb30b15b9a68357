package no.kravbro.deadletter;

/** Who has to act before a dead letter can be solved. */
public enum Owner {
    /** Whoever operates Kravbro. */
    US,
    CREDITOR,
    AGENCY,
    TRIPLETEX
}
