package no.kravbro.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** What happened with a claim, by reference, for people; never bodies, and never the record that decisions rest on. */
@Repository
public class Timeline {
    private final NamedParameterJdbcTemplate sql;
    private final Clock clock;

    public Timeline(NamedParameterJdbcTemplate sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** One thing that happened; reference may be null. */
    public record Event(String claimKey, Instant at, String what, String reference) {}

    /** Something to be noted; reference may be null. */
    public record Note(String claimKey, String what, String reference) {}

    public void note(List<Note> notes) {
        var now = Sql.at(clock.instant());
        sql.batchUpdate(
                "insert into timeline (claim_key, at, what, reference) values (:claim, :now, :what, :reference)",
                notes.stream()
                        .map(note -> new MapSqlParameterSource("claim", note.claimKey())
                                .addValue("now", now)
                                .addValue("what", note.what())
                                .addValue("reference", note.reference()))
                        .toArray(SqlParameterSource[]::new));
    }

    public void note(String claimKey, String what, String reference) {
        note(List.of(new Note(claimKey, what, reference)));
    }

    /** Oldest first. */
    public List<Event> of(String claimKey) {
        return sql.query(
                "select * from timeline where claim_key = :claim order by id",
                Map.of("claim", claimKey),
                (row, number) -> new Event(
                        row.getString("claim_key"),
                        Sql.instant(row, "at"),
                        row.getString("what"),
                        row.getString("reference")));
    }
}
