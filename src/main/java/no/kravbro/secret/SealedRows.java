package no.kravbro.secret;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The rows of the sealed columns, gone through in the order of their primary keys. */
final class SealedRows {

    private final NamedParameterJdbcTemplate sql;

    SealedRows(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * Behind which row: the beginning of a column, or one of its rows.
     *
     * @param creditor only where rows are found by creditor and number
     * @param id null at the beginning
     */
    record Stand(SealedColumn column, String creditor, String id) {

        static final Stand BEGINNING = before(SealedColumn.values()[0]);

        static Stand before(SealedColumn column) {
            return new Stand(column, null, null);
        }

        static Stand behind(SealedColumn column, Map<String, Object> row) {
            return new Stand(
                    column,
                    column.order().size() == 1
                            ? null
                            : String.valueOf(row.get(column.order().get(0))),
                    String.valueOf(row.get(column.id())));
        }
    }

    List<Map<String, Object>> next(Stand stand, int rows) {
        SealedColumn column = stand.column();
        Map<String, Object> parameters = parameters(stand);
        parameters.put("rows", rows);
        return sql.queryForList(
                "select " + column.read() + " from " + column.table() + behind(stand) + " order by "
                        + String.join(", ", column.order()) + " fetch first :rows rows only",
                parameters);
    }

    /** How many there are behind it in its column. */
    long left(Stand stand) {
        return number("select count(*) from " + stand.column().table() + behind(stand), parameters(stand));
    }

    /** How many are under no or another key than this; reads the whole table. */
    long notUnder(SealedColumn column, int key) {
        String mark = Mark.of(key);
        return number(
                "select count(*) from " + column.table() + " where substring(" + column.column() + " from 1 for "
                        + Mark.LENGTH + ") <> :mark",
                Map.of("mark", column.bytes() ? mark.getBytes(StandardCharsets.US_ASCII) : mark));
    }

    /** Not what was written anew meanwhile: that is as its writer wants it. Returns whether it was still so. */
    boolean replace(SealedColumn column, Map<String, Object> row, Object sealed) {
        Map<String, Object> parameters = new HashMap<>(row);
        parameters.put("sealed", sealed);
        String found = column.order().stream()
                .map(each -> each + " = :" + each + " and ")
                .collect(Collectors.joining());
        return sql.update(
                        "update " + column.table() + " set " + column.column() + " = :sealed where " + found
                                + column.column() + " = :" + column.column(),
                        parameters)
                == 1;
    }

    private static String behind(Stand stand) {
        if (stand.id() == null) {
            return "";
        }
        SealedColumn column = stand.column();
        return column.order().size() == 1
                ? " where " + column.id() + " > :id"
                : " where (creditor_id, " + column.id() + ") > (:creditor, :id)";
    }

    private static Map<String, Object> parameters(Stand stand) {
        Map<String, Object> parameters = new HashMap<>();
        if (stand.id() != null) {
            parameters.put("id", stand.column().numbered() ? (Object) Long.valueOf(stand.id()) : stand.id());
            parameters.put("creditor", stand.creditor());
        }
        return parameters;
    }

    private long number(String statement, Map<String, ?> parameters) {
        Long number = sql.queryForObject(statement, parameters, Long.class);
        return number == null ? 0 : number;
    }
}
