package no.kravbro.corpus;

/** What becomes of an input. */
enum Outcome {
    /** Not let in; whoever sent it is told why. */
    REFUSED,
    /** Kept, and a person is told by a dead letter. */
    LETTER,
    /** Nothing taken in; the reading says why and is done again later. */
    AGAIN,
    /** Harmless: taken in as it is. */
    TAKEN
}
