package no.kravbro.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.kravbro.deadletter.Alerts;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Alerts on their way to another machine. Their marks are their own: the mails about the same alerts know nothing of them. */
@Repository
public class AlertHooks {

    /** Sends before an alert is given up; with the pauses between them about two hours. */
    public static final int MOST_ATTEMPTS = 8;

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration SHOWN = Duration.ofDays(7);

    private static final String FREE = "hook_state = 'WAITING' and (hook_due_at is null or hook_due_at <= :now)";

    private final JdbcClient sql;
    private final Clock machine;

    AlertHooks(JdbcClient sql, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.machine = machine;
    }

    /** @param attempts that were made before this one */
    record Due(Alerts.Alert alert, int attempts) {}

    /** Due ones, oldest first. */
    List<Due> due(int most) {
        return sql.sql("select * from letter_alert where " + FREE + " order by id limit :most")
                .param("now", Sql.at(machine.instant()))
                .param("most", most)
                .query((row, number) -> new Due(
                        new Alerts.Alert(
                                row.getLong("id"),
                                row.getString("fingerprint"),
                                Alerts.Kind.valueOf(row.getString("kind")),
                                row.getLong("letters"),
                                row.getLong("amount_ore"),
                                Sql.instant(row, "raised_at")),
                        row.getInt("hook_attempts")))
                .list();
    }

    /** Counts an attempt before it is made, and holds the alert meanwhile. False when another process has taken it. */
    boolean take(Due due) {
        Instant now = machine.instant();
        return sql.sql("update letter_alert set hook_attempts = hook_attempts + 1, hook_due_at = :until where id = :id"
                                + " and hook_attempts = :attempts and " + FREE)
                        .param("until", Sql.at(now.plus(LEASE)))
                        .param("id", due.alert().id())
                        .param("attempts", due.attempts())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    void told(Due due) {
        end(due, "TOLD");
    }

    /** Nobody was told of it while it was news. */
    void tooOld(Due due) {
        end(due, "TOO_OLD");
    }

    /** It is sent again after a pause that doubles. True when it was the last attempt. */
    boolean failed(Due due) {
        if (due.attempts() + 1 >= MOST_ATTEMPTS) {
            end(due, "GIVEN_UP");
            return true;
        }
        sql.sql("update letter_alert set hook_due_at = :due where id = :id and hook_state = 'WAITING'")
                .param("due", Sql.at(machine.instant().plus(FIRST_PAUSE.multipliedBy(1L << due.attempts()))))
                .param("id", due.alert().id())
                .update();
        return false;
    }

    /** How many alerts of the last week were tried and nobody took. */
    public long lost() {
        return sql.sql(
                        "select count(*) from letter_alert where hook_state in ('GIVEN_UP', 'TOO_OLD') and hook_attempts > 0"
                                + " and raised_at >= :since")
                .param("since", Sql.at(machine.instant().minus(SHOWN)))
                .query(Long.class)
                .single();
    }

    private void end(Due due, String state) {
        sql.sql("update letter_alert set hook_state = :state where id = :id and hook_state = 'WAITING'")
                .param("state", state)
                .param("id", due.alert().id())
                .update();
    }
}
