package no.kravbro.delivery;

import java.time.Instant;

/**
 * A file of ours on its way to an agency.
 *
 * @param number counted per creditor, agency and kind without a hole
 * @param transmissionId the transmission that carries it now
 * @param answer what the agency's receipt said, as JSON, or null while there is none
 * @param sentAt business time at which it was certain to be there, or null
 */
public record SentFile(
        String creditorId,
        String agency,
        String kind,
        long number,
        String name,
        State state,
        String transmissionId,
        String answer,
        Instant sentAt) {

    /** How far it has come. */
    public enum State {
        /** Stored, with its number; not there by its own name. */
        STORED,
        /** About to get its own name, or so: only the agency's directories can tell. */
        RENAMING,
        /** There, to be read by the agency. */
        SENT,
        /** Seen under the name that nobody reads only, and about to be taken away, so that it cannot get its own later. */
        CLEARING,
        /** Certainly not there. Sent again under the same name, or its number is given to another. */
        NOT_SENT,
        /** Nobody uses the number any more: a file without records is about to take its place. */
        EMPTYING,
        /** A file without records stands in its place. */
        EMPTY
    }
}
