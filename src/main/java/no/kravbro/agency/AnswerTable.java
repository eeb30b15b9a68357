package no.kravbro.agency;

import java.util.List;

/**
 * How the answers of one call are read: the first row that fits decides.
 *
 * @param map mapping file (below the routes directory) that turns a body into the canonical answer document, or null
 *     when the answer says nothing beyond its status
 * @param rows statuses, and optionally their error code and field, with what they mean
 */
public record AnswerTable(String map, List<Row> rows) {

    /** What a row says about the write, or that the canonical answer document says it per item. */
    public enum Meaning {
        /** The mapped document tells item by item. */
        READ,
        /** Taken for processing, the mapped document holds the receipt. */
        HANDED_OVER,
        REJECTED,
        NOT_SENT,
        /** Certain not to be processed, and no use to repeat before a person has acted. */
        NOT_SENT_PERSON,
        UNKNOWN
    }

    /**
     * @param status HTTP status, or 0 for any other
     * @param code the far side's error code, or null for any
     * @param field the field it complains about, or null for any
     * @param cause code of the cause catalogue; null = the far side's own code
     */
    public record Row(int status, String code, String field, Meaning meaning, String cause) {}
}
