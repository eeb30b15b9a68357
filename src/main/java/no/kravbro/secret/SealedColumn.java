package no.kravbro.secret;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The columns that are encrypted: whole bodies of what was received or sent, and what holds a person's data as a document. */
public enum SealedColumn {
    INBOX("inbox", "payload", "id", "creditor_id", "source", "inbox_key"),
    DELIVERY("delivery", "payload", "id", "creditor_id", "kind", "delivery_key", "submission"),
    TRANSMISSION("transmission", "content", "id", "creditor_id", "id"),
    ATTACHMENT("attachment", "content", "id", null, "claim_key", "id"),
    INVOICE("invoice", "snapshot", "invoice_id", "creditor_id", "invoice_id"),
    CORRECTION("letter_correction", "fields", "id", null, "dead_letter_id");

    private final String table;
    private final String column;
    private final String id;
    private final String creditor;
    private final List<String> row;

    SealedColumn(String table, String column, String id, String creditor, String... row) {
        this.table = table;
        this.column = column;
        this.id = id;
        this.creditor = creditor;
        this.row = List.of(row);
    }

    /** Of a row, by what {@link #row} reads. */
    public Place place(String creditorId, Object... values) {
        if (values.length != row.size()) {
            throw new IllegalArgumentException(field() + " is found by " + row);
        }
        return new Place(
                creditorId, field(), Arrays.stream(values).map(String::valueOf).collect(Collectors.joining("/")));
    }

    /** Table and column. */
    public String field() {
        return table + "." + column;
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }
}
