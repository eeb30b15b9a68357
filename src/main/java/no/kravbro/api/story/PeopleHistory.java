package no.kravbro.api.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.Masking;
import no.kravbro.claim.story.Happening;
import no.kravbro.claim.story.Teller;
import no.kravbro.deadletter.Cause;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people were asked and what they did; and what stopped and was worked on. */
@Component
class PeopleHistory {

    private static final String ACTED =
            """
            select at, who, deed, reason from audit where subject = :subject and outcome = 'DONE'
              and deed in ('INSTRUCTION', 'DISPUTE_RAISED', 'TASK_ASKED', 'HANDED_OVER', 'KEPT_BACK') order by number""";
    private static final String LETTERS =
            """
            select l.at, l.who, l.what, d.id, d.cause, d.amount_ore from dead_letter_log l
            join dead_letter d on d.id = l.dead_letter_id where d.claim_key = :claim order by l.id""";
    private static final String OURSELVES = "kravbro";

    private final JdbcClient sql;

    PeopleHistory(JdbcClient sql) {
        this.sql = sql;
    }

    /** What people did with the claim itself. */
    List<Happening> acted(String claimKey) {
        return sql.sql(ACTED)
                .param("subject", "claims/" + claimKey)
                .query((row, number) -> person(
                                row, "at", "DEED", row.getString("deed"), "deed." + row.getString("deed"))
                        .about(Masking.mask(row.getString("reason"))))
                .list();
    }

    List<Happening> listed(String claimKey) {
        List<Happening> happenings = new ArrayList<>();
        sql.sql("select * from list_item where claim_key = :claim order by id")
                .param("claim", claimKey)
                .query(row -> {
                    happenings.add(
                            Happening.of(Sql.instant(row, "listed_at"), Teller.AGENCY, "LIST", "OPEN", "story.LISTED"));
                    if (row.getObject("answered_at") != null) {
                        String state = row.getString("state");
                        happenings.add(by(
                                        row,
                                        "answered_at",
                                        row.getString("answered_by"),
                                        "LIST",
                                        state,
                                        "liststate." + state)
                                .about(Masking.mask(row.getString("reason"))));
                    }
                });
        return happenings;
    }

    List<Happening> tasks(String claimKey) {
        List<Happening> happenings = new ArrayList<>();
        sql.sql("select * from task where claim_key = :claim order by id")
                .param("claim", claimKey)
                .query(row -> {
                    String kind = "task." + row.getString("kind");
                    happenings.add(Happening.of(
                                    Sql.instant(row, "opened_at"), Teller.KRAVBRO, "TASK", "OPEN", "story.TASK", kind)
                            .about(String.valueOf(row.getLong("id"))));
                    if (row.getObject("done_at") != null) {
                        happenings.add(
                                by(row, "done_at", row.getString("done_by"), "TASK", "DONE", "story.TASK_DONE", kind)
                                        .about(Masking.mask(row.getString("note"))));
                    }
                });
        return happenings;
    }

    /** Dead letters, with the number that leads to them. */
    List<Happening> letters(String claimKey) {
        return sql.sql(LETTERS)
                .param("claim", claimKey)
                .query((row, number) -> {
                    String what = row.getString("what");
                    String title = Cause.valueOf(row.getString("cause")).titleKey();
                    return by(
                                    row,
                                    "at",
                                    row.getString("who"),
                                    "LETTER",
                                    what,
                                    Stream.of("log." + what, title).toArray(String[]::new))
                            .about(String.valueOf(row.getLong("id")));
                })
                .list();
    }

    private static Happening by(ResultSet row, String at, String who, String kind, String what, String... words)
            throws SQLException {
        boolean ours = who == null || who.equals(OURSELVES);
        Happening told = Happening.of(Sql.instant(row, at), ours ? Teller.KRAVBRO : Teller.PERSON, kind, what, words);
        return ours ? told : told.by(who);
    }

    private static Happening person(ResultSet row, String at, String kind, String what, String... words)
            throws SQLException {
        return by(row, at, row.getString("who"), kind, what, words);
    }
}
