package no.kravbro.deadletter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What people are to be told of groups without looking: a new one, one that was over and has come again, one that has grown.
 * Rows only; whoever sends them marks them as told.
 */
@Service
public class Alerts {

    /** So many open letters with one fix are told of. */
    public static final int THRESHOLD = 25;

    private final JdbcClient sql;
    private final Clock clock;
    private final Clock business;

    Alerts(JdbcClient sql, @Qualifier("machine") Clock clock, Clock business) {
        this.sql = sql;
        this.clock = clock;
        this.business = business;
    }

    /** Why people are told. */
    public enum Kind {
        NEW_GROUP,
        REOPENED_GROUP,
        THRESHOLD;

        /** Key of its words. */
        public String key() {
            return "alert." + name();
        }
    }

    /** @param letters open ones in the group when it was raised, at most one more than the threshold */
    public record Alert(long id, String fingerprint, Kind kind, long letters, long amountOre, Instant raisedAt) {}

    /** Oldest first. */
    public List<Alert> untold(int most) {
        return sql.sql("select * from letter_alert where told_at is null order by id limit :most")
                .param("most", most)
                .query((row, number) -> new Alert(
                        row.getLong("id"),
                        row.getString("fingerprint"),
                        Kind.valueOf(row.getString("kind")),
                        row.getLong("letters"),
                        row.getLong("amount_ore"),
                        Sql.instant(row, "raised_at")))
                .list();
    }

    /** False when somebody else has told it already. */
    public boolean told(long id) {
        return sql.sql("update letter_alert set told_at = :now where id = :id and told_at is null")
                        .param("now", Sql.at(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** A letter has come to this group, or back to it. In the transaction that has written it. */
    void arrived(String fingerprint) {
        List<Long> open = sql.sql("select amount_ore from dead_letter where fingerprint = :group and state = 'OPEN'"
                        + " order by id limit :most")
                .param("group", fingerprint)
                .param("most", THRESHOLD + 1)
                .query(Long.class)
                .list();
        if (open.size() == 1 && underWay(fingerprint) == 0) {
            raise(fingerprint, isKnown(fingerprint) ? Kind.REOPENED_GROUP : Kind.NEW_GROUP, open);
        } else if (open.size() == THRESHOLD) {
            raise(fingerprint, Kind.THRESHOLD, open);
        }
    }

    private long underWay(String fingerprint) {
        return count(
                "select count(*) from dead_letter where fingerprint = :group and state in ('RETRYING', 'INQUIRING')",
                fingerprint);
    }

    private boolean isKnown(String fingerprint) {
        return count("select count(*) from letter_alert where fingerprint = :group", fingerprint) > 0;
    }

    private long count(String question, String fingerprint) {
        return sql.sql(question).param("group", fingerprint).query(Long.class).single();
    }

    private void raise(String fingerprint, Kind kind, List<Long> open) {
        sql.sql(
                        """
                        insert into letter_alert (fingerprint, kind, letters, amount_ore, raised_at)
                        select cast(:group as varchar), cast(:kind as varchar), cast(:letters as bigint), cast(:ore as bigint),
                          cast(:now as timestamp with time zone)
                        where not exists (select 1 from letter_group g where g.fingerprint = :group and g.muted_until > :today)""")
                .param("group", fingerprint)
                .param("kind", kind.name())
                .param("letters", open.size())
                .param("ore", open.stream().mapToLong(Long::longValue).sum())
                .param("now", Sql.at(clock.instant()))
                .param("today", OsloDay.today(business))
                .update();
    }
}
