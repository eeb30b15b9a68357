package no.kravbro.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whom nothing leaves to, or for, until a person lifts it. Deliveries wait where they are; what is on its way already comes to
 * its answer. Reading goes on.
 */
@Repository
public class Pauses {

    private final JdbcClient sql;
    private final Clock clock;

    public Pauses(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is paused: all that leaves for a creditor, or all that leaves to an agency. */
    public enum Kind {
        CREDITOR,
        AGENCY
    }

    /** @param name id of the creditor or agency */
    public record Pause(Kind kind, String name, String reason, String who, Instant since) {}

    /** Oldest first. */
    public List<Pause> all() {
        return sql.sql("select * from pause order by since, kind, name")
                .query((row, number) -> new Pause(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("reason"),
                        row.getString("who"),
                        Sql.instant(row, "since")))
                .list();
    }

    /** False when it is paused already; then that pause stands. */
    public boolean pause(Kind kind, String name, String reason, String who) {
        return sql.sql("insert into pause (kind, name, reason, who, since) values (:kind, :name, :reason, :who, :now)"
                                + " on conflict do nothing")
                        .param("kind", kind.name())
                        .param("name", name)
                        .param("reason", reason)
                        .param("who", who)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    /** False when it was not paused. */
    public boolean resume(Kind kind, String name) {
        return sql.sql("delete from pause where kind = :kind and name = :name")
                        .param("kind", kind.name())
                        .param("name", name)
                        .update()
                == 1;
    }
}
