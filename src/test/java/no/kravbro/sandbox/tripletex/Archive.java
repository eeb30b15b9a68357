package no.kravbro.sandbox.tripletex;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.sandbox.Store;

/**
 * All companies' books in memory, and what changed since the last commit. A call's changes are stored together at its
 * end, or taken back together. Not thread-safe: its owner holds one lock.
 */
final class Archive {

    private static final long HOUSE = 0;
    private static final String COUNTER = "_Counter";
    /** Above every id that stories choose themselves. */
    private static final long FIRST_ID = 2_147_600_000L;

    private final Store.Table<Row> table;
    private final Clock clock;
    private final Map<Long, Books> books = new TreeMap<>();
    private final Map<String, Row> before = new LinkedHashMap<>();
    private final Map<String, Row> after = new LinkedHashMap<>();

    Archive(Store store, Clock clock) {
        this.table = store.table("tripletex", Row.class);
        this.clock = clock;
        table.all().forEach(row -> of(row.company()).load(row));
        table.onRewind(this::restore);
    }

    private void restore(String key, Row row) {
        of(Long.parseLong(key.substring(0, key.indexOf('/')))).restore(key, row == null ? Books.ABSENT : row);
    }

    Clock clock() {
        return clock;
    }

    /** What belongs to no company: tokens and sessions. */
    Books house() {
        return of(HOUSE);
    }

    Books of(long company) {
        return books.computeIfAbsent(company, id -> new Books(id, this));
    }

    boolean knows(long company) {
        return company != HOUSE && books.containsKey(company);
    }

    Iterable<Books> companies() {
        return books.values().stream().filter(each -> each.company() != HOUSE).toList();
    }

    long nextId() {
        Row counter = house().get(COUNTER, 1);
        long next = counter == null ? FIRST_ID : counter.number("next") + 1;
        house().put(new Row(HOUSE, COUNTER, 1, Map.of("next", next)));
        return next;
    }

    void changed(String key, Row was, Row is) {
        before.putIfAbsent(key, was == null ? Books.ABSENT : was);
        after.put(key, is);
    }

    void commit() {
        if (!after.isEmpty()) {
            table.putAll(after);
        }
        forget();
    }

    void rollback() {
        before.forEach((key, was) -> restore(key, was == Books.ABSENT ? null : was));
        forget();
    }

    private void forget() {
        before.clear();
        after.clear();
    }
}
