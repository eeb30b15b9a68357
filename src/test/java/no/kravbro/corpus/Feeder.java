package no.kravbro.corpus;

/** Hands an input in at its door, and sees that it is kept, and that what follows it goes through. */
interface Feeder {

    /** What was said about it: answer, dead letter, result of the reading. */
    String feed(Case input) throws Exception;
}
