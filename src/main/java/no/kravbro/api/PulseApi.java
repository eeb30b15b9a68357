package no.kravbro.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kravbro.access.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether anything has happened, on whatever node, and how much waits for people. Cheap enough to be asked every second. */
@Repository
public class PulseApi {

    /** The newest row of each: read from the end of an index, however many there are. */
    private static final String NEWEST = List.of(
                    "attempt",
                    "timeline",
                    "dead_letter",
                    "dead_letter_log",
                    "task",
                    "difference_log",
                    "list_item",
                    "inbox")
            .stream()
            .map(table -> "(select max(id) from " + table + ")")
            .collect(Collectors.joining(
                    ", ",
                    "select ",
                    ", (select max(number) from audit), (select max(begun_at) from schedule),"
                            + " (select max(last_run_at) from schedule)"));

    private final JdbcClient sql;

    PulseApi(JdbcClient sql) {
        this.sql = sql;
    }

    /** A place of the menu, and the open rows it leads to. */
    private record Waiting(String key, String table, Right right) {}

    private static final List<Waiting> WAITING = List.of(
            new Waiting("letters", "dead_letter", Right.READ_LETTERS),
            new Waiting("tasks", "task", Right.READ_TASKS),
            new Waiting("collectionList", "list_item", Right.READ_CLAIMS),
            new Waiting("disputes", "dispute", Right.READ_CLAIMS),
            new Waiting("differences", "difference", Right.READ_MONEY));

    /** Another text whenever something has happened. */
    public String mark() {
        return sql.sql(NEWEST)
                .query((row, number) -> IntStream.rangeClosed(
                                1, row.getMetaData().getColumnCount())
                        .mapToObj(at -> text(row, at))
                        .collect(Collectors.joining(".")))
                .single();
    }

    private static String text(java.sql.ResultSet row, int at) {
        try {
            return row.getString(at);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("A column that was counted", e);
        }
    }

    /** How much is open, by place of the menu, of what the caller sees. */
    public Map<String, Long> counts(Caller caller) {
        Map<String, Long> counts = new LinkedHashMap<>();
        WAITING.stream()
                .filter(each -> caller.access().may(each.right()))
                .forEach(each -> counts.put(each.key(), count(each.table(), caller.creditors())));
        return counts;
    }

    private long count(String table, Set<String> own) {
        String statement = "select count(*) from " + table + " where state = 'OPEN'";
        return own == null
                ? sql.sql(statement).query(Long.class).single()
                : sql.sql(statement + " and creditor_id in (:own)")
                        .param("own", own.isEmpty() ? List.of("") : List.copyOf(own))
                        .query(Long.class)
                        .single();
    }
}
