package no.kravbro.sandbox.tripletex;

/** Told of what happens in the books. */
interface Events {

    /** @param row null when the object is gone */
    void happened(Books books, String event, long id, Row row);
}
