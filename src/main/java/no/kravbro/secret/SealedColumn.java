package no.kravbro.secret;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The columns that are encrypted: whole bodies of what was received or sent, and what holds a person's data as a document; and keys of creditors. */
public enum SealedColumn {
    INBOX("inbox", "payload", "id", "creditor_id", "source", "inbox_key"),
    DELIVERY("delivery", "payload", "id", "creditor_id", "kind", "delivery_key", "submission"),
    TRANSMISSION("transmission", "content", "id", "creditor_id", "id"),
    ATTACHMENT("attachment", "content", "id", null, "claim_key", "id"),
    INVOICE("invoice", "snapshot", "invoice_id", "creditor_id", "invoice_id"),
    CORRECTION("letter_correction", "fields", "id", null, "dead_letter_id"),
    EMPLOYEE_TOKEN("registration", "token", "id", "creditor_id", "creditor_id");

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

    /** Whether it holds bytes and not text. */
    boolean bytes() {
        return this == TRANSMISSION || this == ATTACHMENT;
    }

    /** Whether its rows are numbered; else they have a text as their id. */
    boolean numbered() {
        return !bytes();
    }

    /** Of a row that was read with all that {@link #read} names. */
    Place place(Map<String, Object> found) {
        return place(
                creditor == null ? null : (String) found.get(creditor),
                row.stream().map(found::get).toArray());
    }

    /** The columns by which rows are gone through and found again: the primary key, and its number or text last. */
    List<String> order() {
        return this == INVOICE ? List.of(creditor, id) : List.of(id);
    }

    String id() {
        return id;
    }

    /** All columns that sealing a row anew needs. */
    String read() {
        Set<String> read = new LinkedHashSet<>(order());
        if (creditor != null) {
            read.add(creditor);
        }
        read.addAll(row);
        read.add(column);
        return String.join(", ", read);
    }
}
