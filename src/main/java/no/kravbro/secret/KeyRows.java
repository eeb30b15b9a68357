package no.kravbro.secret;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and changes the one row of data keys; a change holds only for what was read, so that of two at once one is told so. */
final class KeyRows {

    private static final String INSERT =
            "insert into data_keys (id, content, changed_at) values (1, :content, :now) on conflict do nothing";
    private static final String AS_READ = " where id = 1 and content = :was";
    private static final String FROM_THE_BEGINNING =
            "swept_column = null, swept_creditor = null, swept_id = null, swept_at = null, swept_by = null,"
                    + " swept_until = null, swept_rows = 0, swept_unread = 0";

    private final JdbcClient sql;

    KeyRows(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<KeyRow> read() {
        return sql.sql("select content, other_content, changed_at, swept_at from data_keys where id = 1")
                .query((row, number) -> new KeyRow(
                        row.getString("content"),
                        row.getString("other_content"),
                        instant(row.getObject("changed_at", OffsetDateTime.class)),
                        instant(row.getObject("swept_at", OffsetDateTime.class))))
                .optional();
    }

    /** Of several nodes that start on an empty database one writes, and all read. */
    void first(String content, Instant now) {
        sql.sql(INSERT).param("content", content).param("now", at(now)).update();
    }

    /** The same keys under another master key, beside what there is; changes nothing where there are two already. */
    void addOther(KeyRow was, String other) {
        sql.sql("update data_keys set other_content = :other" + AS_READ + " and other_content is null")
                .param("other", other)
                .param("was", was.content())
                .update();
    }

    /** Only this one of two stays. */
    boolean keepOnly(KeyRow was, String content) {
        return sql.sql("update data_keys set content = :content, other_content = null" + AS_READ
                                + " and other_content = :other")
                        .param("content", content)
                        .param("was", was.content())
                        .param("other", was.other())
                        .update()
                == 1;
    }

    /** Keys with a new one: all rows are gone through from the beginning. */
    boolean rotate(KeyRow was, String content, Instant now) {
        return sql.sql("update data_keys set content = :content, changed_at = :now, " + FROM_THE_BEGINNING + AS_READ
                                + " and other_content is null")
                        .param("content", content)
                        .param("now", at(now))
                        .param("was", was.content())
                        .update()
                == 1;
    }

    /** Keys without the old ones; only while all rows have been gone through. */
    boolean retire(KeyRow was, String content) {
        return sql.sql("update data_keys set content = :content" + AS_READ
                                + " and other_content is null and swept_at is not null")
                        .param("content", content)
                        .param("was", was.content())
                        .update()
                == 1;
    }

    /** Once more from the beginning, where the end had been reached. */
    void again(KeyRow was) {
        sql.sql("update data_keys set " + FROM_THE_BEGINNING + AS_READ + " and swept_at is not null")
                .param("was", was.content())
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
