package no.kravbro.claim.story;

/** Who did it, said it, or is waited for. Words under {@code teller.<name>}. */
public enum Teller {
    AGENCY,
    /** The accounting system. */
    BOOKS,
    PERSON,
    KRAVBRO
}
