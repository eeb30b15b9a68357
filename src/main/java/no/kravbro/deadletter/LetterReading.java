package no.kravbro.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions about dead letters. Words are looked for where they are indexed first; only when nothing is found, everywhere. */
@Repository
class LetterReading {

    private final JdbcClient sql;

    LetterReading(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<DeadLetter> find(long id) {
        return sql.sql("select * from dead_letter where id = :id")
                .param("id", id)
                .query(LetterReading::row)
                .optional();
    }

    List<DeadLetter> find(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.sql("select * from dead_letter where id in (:ids) order by id")
                        .param("ids", ids)
                        .query(LetterReading::row)
                        .list();
    }

    /** Newest first. */
    List<DeadLetter> list(LetterFilter filter) {
        return list(where(filter), filter, "id desc");
    }

    /** Oldest first. */
    List<DeadLetter> oldest(LetterFilter filter) {
        return list(where(filter), filter, "id");
    }

    long count(LetterFilter filter) {
        return count(where(filter));
    }

    /** The condition that finds what was asked for. */
    Where where(LetterFilter filter) {
        Where where = Where.of(filter);
        if (filter.text() == null) {
            return where;
        }
        new WordSearch(sql).add(where, filter.text());
        return isAny(where) ? where : Where.of(filter).anywhere(filter.text().strip());
    }

    private boolean isAny(Where where) {
        return !sql.sql("select 1 from dead_letter" + where.text() + " fetch first 1 rows only")
                .params(where.values())
                .query(Integer.class)
                .list()
                .isEmpty();
    }

    List<LogLine> log(long id) {
        return sql.sql("select * from dead_letter_log where dead_letter_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new LogLine(
                        Sql.instant(row, "at"),
                        row.getString("who"),
                        LogLine.What.valueOf(row.getString("what")),
                        row.getString("detail")))
                .list();
    }

    private List<DeadLetter> list(Where where, LetterFilter filter, String order) {
        return sql.sql("select * from dead_letter" + where.text() + " order by " + order + " limit :size offset :skip")
                .params(where.values())
                .param("size", filter.size())
                .param("skip", (long) filter.page() * filter.size())
                .query(LetterReading::row)
                .list();
    }

    private long count(Where where) {
        return sql.sql("select count(*) from dead_letter" + where.text())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    static DeadLetter row(ResultSet row, int number) throws SQLException {
        String reason = row.getString("close_reason");
        return new DeadLetter(
                row.getLong("id"),
                Sql.number(row, "delivery_id"),
                Sql.number(row, "inbox_id"),
                row.getString("subject"),
                row.getString("what"),
                row.getString("creditor_id"),
                row.getString("agency"),
                row.getString("claim_key"),
                row.getLong("amount_ore"),
                Cause.of(row.getString("cause")),
                row.getString("detail"),
                Owner.valueOf(row.getString("owner")),
                row.getString("fingerprint"),
                row.getBoolean("may_have_landed"),
                LetterState.valueOf(row.getString("state")),
                reason == null ? null : CloseReason.valueOf(reason),
                row.getString("bundle_version"),
                row.getString("route_id"),
                row.getLong("revision"),
                row.getInt("same_cause"),
                row.getObject("since_day", LocalDate.class),
                row.getString("assignee"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
