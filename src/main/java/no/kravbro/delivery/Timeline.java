package no.kravbro.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened with a claim, by reference, for people; never bodies, and never the record that decisions rest on. */
@Repository
public class Timeline {
    private final JdbcClient sql;
    private final Clock clock;

    public Timeline(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One thing that happened; reference may be null. */
    public record Event(String claimKey, Instant at, String what, String reference) {}

    public void note(String claimKey, String what, String reference) {
        sql.sql("insert into timeline (claim_key, at, what, reference) values (:claim, :now, :what, :reference)")
                .param("claim", claimKey)
                .param("now", Sql.at(clock.instant()))
                .param("what", what)
                .param("reference", reference)
                .update();
    }

    /** Oldest first. */
    public List<Event> of(String claimKey) {
        return sql.sql("select * from timeline where claim_key = :claim order by id")
                .param("claim", claimKey)
                .query((row, number) -> new Event(
                        row.getString("claim_key"),
                        Sql.instant(row, "at"),
                        row.getString("what"),
                        row.getString("reference")))
                .list();
    }
}
