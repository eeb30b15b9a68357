package no.kravbro.delivery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
    /** An agency tells that a case has come to another stage; the reference is the stage. */
    public static final String STAGE = "CASE_STAGE";

    /** The same of its flags; the reference is those that stand now. */
    public static final String FLAGS = "CASE_FLAGS";

    /** The same of what is left of the principal there. */
    public static final String BALANCE = "CASE_BALANCE";

    private final NamedParameterJdbcTemplate sql;
    private final Clock clock;

    public Timeline(NamedParameterJdbcTemplate sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One thing that happened.
     *
     * @param at when it was written down
     * @param reference may be null
     * @param happenedOn the day, as whoever told it says, or null
     * @param amountOre in øre, or null
     */
    public record Event(
            String claimKey, Instant at, String what, String reference, LocalDate happenedOn, Long amountOre) {}

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
                        row.getString("reference"),
                        row.getObject("happened_on", LocalDate.class),
                        Sql.number(row, "amount_ore")));
    }
}
