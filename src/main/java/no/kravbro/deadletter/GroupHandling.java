package no.kravbro.deadletter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.Masking;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people say about all letters with one fix; it is there when they come again. */
@Service
public class GroupHandling {

    private static final String ROW =
            """
            insert into letter_group (fingerprint, changed_by, changed_at) values (:group, :who, :now) on conflict do nothing""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GroupHandling(JdbcClient sql, TransactionTemplate transaction, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The note of a group; what stood there before stays in its history. @param text or null for none */
    public void note(String fingerprint, String text, String who) {
        change(fingerprint, "note", Masking.mask(text), LogLine.What.NOTED, who);
    }

    /** @param assignee or null for nobody */
    public void assign(String fingerprint, String assignee, String who) {
        change(fingerprint, "assignee", assignee, LogLine.What.ASSIGNED, who);
    }

    /** No alerts about it before that day; it is counted all the same. @param until or null for at once */
    public void mute(String fingerprint, LocalDate until, String who) {
        change(fingerprint, "muted_until", until, LogLine.What.MUTED, who);
    }

    /** What people have said about it, oldest first. */
    public List<LogLine> log(String fingerprint) {
        return sql.sql("select * from letter_group_log where fingerprint = :group order by id")
                .param("group", fingerprint)
                .query((row, number) -> new LogLine(
                        Sql.instant(row, "at"),
                        row.getString("who"),
                        LogLine.What.valueOf(row.getString("what")),
                        row.getString("detail")))
                .list();
    }

    private void change(String group, String column, Object value, LogLine.What what, String who) {
        transaction.executeWithoutResult(status -> {
            var now = Sql.at(clock.instant());
            sql.sql(ROW)
                    .param("group", group)
                    .param("who", who)
                    .param("now", now)
                    .update();
            sql.sql("update letter_group set " + column + " = :value, changed_by = :who, changed_at = :now"
                            + " where fingerprint = :group")
                    .param("value", value)
                    .param("who", who)
                    .param("now", now)
                    .param("group", group)
                    .update();
            sql.sql("insert into letter_group_log (fingerprint, at, who, what, detail)"
                            + " values (:group, :now, :who, :what, :detail)")
                    .param("group", group)
                    .param("now", now)
                    .param("who", who)
                    .param("what", what.name())
                    .param("detail", value == null ? null : value.toString())
                    .update();
        });
    }
}
