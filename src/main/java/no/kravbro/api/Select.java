package no.kravbro.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One page of a table, filtered by equality. Table, columns and order are constants of the resource; only values come
 * from outside, and those as parameters.
 */
final class Select {

    private final String table;
    private final String order;
    private final Map<String, Object> conditions = new LinkedHashMap<>();
    private final Map<String, Set<String>> within = new LinkedHashMap<>();

    private Select(String table, String order) {
        this.table = table;
        this.order = order;
    }

    static Select from(String table, String order) {
        return new Select(table, order);
    }

    /** A null value does not limit. */
    Select where(String column, Object value) {
        if (value != null) {
            conditions.put(column, value instanceof Enum<?> one ? one.name() : value);
        }
        return this;
    }

    /** Null does not limit; an empty set finds nothing. */
    Select within(String column, Set<String> values) {
        if (values != null) {
            within.put(column, values.isEmpty() ? Set.of("") : values);
        }
        return this;
    }

    <T> Page<T> page(JdbcClient sql, Query query, RowMapper<T> rows) {
        String where = where();
        List<T> items = sql.sql("select * from " + table + where + " order by " + order + " limit :size offset :skip")
                .params(conditions)
                .params(own())
                .param("size", query.size())
                .param("skip", (long) query.page() * query.size())
                .query(rows)
                .list();
        String counted = query.isOfPage()
                ? "(select 1 as one from " + table + where + " fetch first " + (Query.COUNTED + 1)
                        + " rows only) first_rows"
                : table + where;
        long total = sql.sql("select count(*) from " + counted)
                .params(conditions)
                .params(own())
                .query(Long.class)
                .single();
        return new Page<>(items, query.page(), query.size(), total);
    }

    private String where() {
        String all = Stream.concat(
                        conditions.keySet().stream().map(column -> column + " = :" + column),
                        within.keySet().stream().map(column -> column + " in (:own_" + column + ")"))
                .collect(Collectors.joining(" and "));
        return all.isEmpty() ? "" : " where " + all;
    }

    private Map<String, Object> own() {
        return within.entrySet().stream()
                .collect(Collectors.toMap(each -> "own_" + each.getKey(), Map.Entry::getValue));
    }
}
