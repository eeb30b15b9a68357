package no.kravbro.secret;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for sealed values in every column of a database that could hold one, whoever wrote it there. */
public final class SealedFound {

    private static final String COLUMNS =
            "select lower(table_name) || '.' || lower(column_name) from information_schema.columns"
                    + " where lower(table_schema) = 'public' and lower(table_name) <> 'flyway_schema_history'"
                    + " and lower(data_type) in (";

    private SealedFound() {}

    /** Table and column of each that holds at least one. */
    public static Set<String> in(JdbcClient sql) {
        Set<String> found = new TreeSet<>();
        columns(sql, "'text', 'character varying'").stream()
                .filter(column -> holds(sql, column, "'sealed:'"))
                .forEach(found::add);
        columns(sql, "'bytea', 'binary varying'").stream()
                .filter(column -> holds(sql, column, "cast('sealed:' as bytea)"))
                .forEach(found::add);
        return found;
    }

    /** Those that are gone through when there is a newer key. */
    public static Set<String> known() {
        Set<String> known = new TreeSet<>();
        for (SealedColumn column : SealedColumn.values()) {
            known.add(column.field());
        }
        return known;
    }

    private static List<String> columns(JdbcClient sql, String types) {
        return sql.sql(COLUMNS + types + ")").query(String.class).list();
    }

    private static boolean holds(JdbcClient sql, String column, String start) {
        String[] parts = column.split("\\.");
        return sql.sql("select count(*) from " + parts[0] + " where substring(" + parts[1] + " from 1 for 7) = "
                                + start)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
