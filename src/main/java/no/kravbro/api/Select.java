package no.kravbro.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    <T> Page<T> page(JdbcClient sql, Query query, RowMapper<T> rows) {
        String where = conditions.isEmpty()
                ? ""
                : conditions.keySet().stream()
                        .map(column -> column + " = :" + column)
                        .collect(Collectors.joining(" and ", " where ", ""));
        List<T> items = sql.sql("select * from " + table + where + " order by " + order + " limit :size offset :skip")
                .params(conditions)
                .param("size", query.size())
                .param("skip", (long) query.page() * query.size())
                .query(rows)
                .list();
        long total = sql.sql("select count(*) from " + table + where)
                .params(conditions)
                .query(Long.class)
                .single();
        return new Page<>(items, query.page(), query.size(), total);
    }
}
