package no.kravbro.sandbox.tripletex;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.kravbro.sandbox.SandboxClock;

/** One company's rows by type, in order of id. */
final class Books {

    static final Row ABSENT = new Row(0, "_Absent", 0, Map.of());

    private final long company;
    private final Archive archive;
    private final Map<String, NavigableMap<Long, Row>> types = new HashMap<>();
    private final Map<Long, Long> invoiceByNumber = new HashMap<>();

    Books(long company, Archive archive) {
        this.company = company;
        this.archive = archive;
    }

    long company() {
        return company;
    }

    Row get(String type, long id) {
        return rows(type).get(id);
    }

    /** @throws Refusal 404, as Tripletex says it for unknown ids and other companies' ids alike */
    Row need(String type, long id) {
        Row row = get(type, id);
        if (row == null) {
            throw Refusal.notFound();
        }
        return row;
    }

    Collection<Row> all(String type) {
        return rows(type).values();
    }

    Stream<Row> stream(String type) {
        return rows(type).values().stream();
    }

    /** The first row whose field holds this value, or null. */
    Row by(String type, String field, Object value) {
        return stream(type)
                .filter(row -> Objects.equals(
                        value, row.get(field) instanceof Number number ? (Object) number.longValue() : row.get(field)))
                .findFirst()
                .orElse(null);
    }

    Row account(long number) {
        return Objects.requireNonNull(by("Account", "number", number), "Account " + number);
    }

    /** Of an ordinary invoice, not a credit note; or null. */
    Row invoice(long number) {
        Long id = invoiceByNumber.get(number);
        return id == null ? null : get("Invoice", id);
    }

    Row add(String type, Object... pairs) {
        return insert(type, archive.nextId(), pairs);
    }

    Row insert(String type, long id, Object... pairs) {
        Row row = new Row(company, type, id, Map.of()).with(pairs);
        if (!type.startsWith("_")) {
            row = row.with("_created", now());
        }
        return put(row);
    }

    /** Changes a row and counts its version up. */
    Row update(Row row) {
        return put(row.with("version", row.number("version") + 1, "_updated", now()));
    }

    /** Changes a row silently, as a payment changes an invoice. */
    Row put(Row row) {
        archive.changed(row.key(), get(row.type(), row.id()), row);
        load(row);
        return row;
    }

    void remove(Row row) {
        archive.changed(row.key(), row, null);
        rows(row.type()).remove(row.id());
    }

    void load(Row row) {
        rows(row.type()).put(row.id(), row);
        if (row.type().equals("Invoice") && !row.flag("isCreditNote")) {
            invoiceByNumber.put(row.number("invoiceNumber"), row.id());
        }
    }

    void restore(String key, Row was) {
        String[] parts = key.split("/");
        if (was == ABSENT) {
            rows(parts[1]).remove(Long.parseLong(parts[2]));
        } else {
            load(was);
        }
    }

    long nextId() {
        return archive.nextId();
    }

    /** Counts up a number series of this company. */
    long count(String series, long first) {
        Row row = by("_Series", "name", series);
        long next = row == null ? first : row.number("last") + 1;
        reached(series, next);
        return next;
    }

    /** A number of a series was given by hand: the series goes on above it. */
    void reached(String series, long number) {
        Row row = by("_Series", "name", series);
        if (row == null) {
            add("_Series", "name", series, "last", number);
        } else if (row.number("last") < number) {
            put(row.with("last", number));
        }
    }

    String now() {
        return OffsetDateTime.ofInstant(archive.clock().instant(), SandboxClock.OSLO)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
    }

    private NavigableMap<Long, Row> rows(String type) {
        return types.computeIfAbsent(type, name -> new TreeMap<>());
    }
}
