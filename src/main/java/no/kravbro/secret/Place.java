package no.kravbro.secret;

import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value stands. It can be opened there only: copied to another row, field or creditor it is refused.
 *
 * @param creditorId null where a row belongs to none
 * @param field table and column
 * @param row what makes the row one of its kind, and never changes
 */
public record Place(String creditorId, String field, String row) {

    /** None of the three can hold this sign: PostgreSQL stores none. */
    private static final String BETWEEN = "\0";

    byte[] associated() {
        String creditor = creditorId == null ? "" : creditorId;
        return String.join(BETWEEN, creditor, field, row).getBytes(StandardCharsets.UTF_8);
    }
}
