package no.kravbro.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The mails on their way. Each is written once, whoever writes it, is claimed by one process at a time, and is given up after
 * some attempts.
 */
@Repository
public class Mails {

    /** Sends before a mail is given up; with the pauses between them about a day. */
    public static final int MOST_ATTEMPTS = 10;

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int LONGEST_SUBJECT = 300;

    private static final String FREE =
            "(state = 'WAITING' and due_at <= :now or state = 'SENDING' and lease_until <= :now)";
    private static final String MINE = " where id = :id and state = 'SENDING' and holder = :holder";

    private final JdbcClient sql;
    private final Clock machine;

    Mails(JdbcClient sql, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.machine = machine;
    }

    /** What stands where. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        /** Given up, until a person sends it again. */
        DEAD
    }

    /** Writes a mail in the caller's transaction. False when it was written before. */
    boolean add(String key, String recipient, MailKind kind, String creditorId, Letterhead.Written written) {
        return sql.sql(
                                """
                                insert into mail (mail_key, recipient, kind, creditor_id, language, subject, plain, html, file_name,
                                  file_content, state, due_at, created_at, updated_at)
                                values (:key, :recipient, :kind, :creditor, :language, :subject, :plain, :html, :fileName, :file,
                                  'WAITING', :now, :now, :now) on conflict do nothing""")
                        .param("key", key)
                        .param("recipient", recipient)
                        .param("kind", kind.name())
                        .param("creditor", creditorId)
                        .param("language", written.language().getLanguage())
                        .param(
                                "subject",
                                written.subject()
                                        .substring(
                                                0,
                                                Math.min(
                                                        LONGEST_SUBJECT,
                                                        written.subject().length())))
                        .param("plain", written.plain())
                        .param("html", written.html())
                        .param(
                                "fileName",
                                written.enclosure() == null
                                        ? null
                                        : written.enclosure().name())
                        .param(
                                "file",
                                written.enclosure() == null
                                        ? null
                                        : written.enclosure().content())
                        .param("now", Sql.at(machine.instant()))
                        .update()
                == 1;
    }

    boolean isKnown(String key) {
        return sql.sql("select count(*) from mail where mail_key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes due mails, oldest first; also those whose sender was lost. Of several processes each mail goes to one. */
    List<Mail> claim(String node, int most) {
        Instant now = machine.instant();
        List<Long> due = sql.sql("select id from mail where " + FREE + " order by id limit :most")
                .param("now", Sql.at(now))
                .param("most", most)
                .query(Long.class)
                .list();
        List<Mail> taken = new ArrayList<>();
        for (long id : due) {
            String holder = node + "/" + UUID.randomUUID().toString().replace("-", "");
            int mine = sql.sql(
                            "update mail set state = 'SENDING', holder = :holder, lease_until = :until, updated_at = :now"
                                    + " where id = :id and " + FREE)
                    .param("holder", holder)
                    .param("until", Sql.at(now.plus(LEASE)))
                    .param("now", Sql.at(now))
                    .param("id", id)
                    .update();
            if (mine == 1) {
                taken.add(read(id));
            }
        }
        return taken;
    }

    private Mail read(long id) {
        return sql.sql("select * from mail where id = :id")
                .param("id", id)
                .query(Mails::mail)
                .single();
    }

    private static Mail mail(ResultSet row, int number) throws SQLException {
        String file = row.getString("file_name");
        return new Mail(
                row.getLong("id"),
                row.getString("mail_key"),
                row.getString("recipient"),
                MailKind.valueOf(row.getString("kind")),
                row.getString("creditor_id"),
                row.getString("subject"),
                row.getString("plain"),
                row.getString("html"),
                file == null ? null : new Enclosure(file, row.getBytes("file_content")),
                row.getInt("attempts"),
                row.getString("holder"));
    }

    /** The mail server has it: what was written is forgotten here. */
    void sent(Mail mail) {
        end(
                mail,
                "state = 'SENT', due_at = null, cause = null, plain = null, html = null, file_content = null",
                null,
                null);
    }

    /** It may work later; given up when it was tried often enough. */
    void later(Mail mail, String cause) {
        if (mail.attempts() + 1 >= MOST_ATTEMPTS) {
            never(mail, cause);
        } else {
            Duration grown = FIRST_PAUSE.multipliedBy(1L << mail.attempts());
            Duration pause = grown.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : grown;
            end(
                    mail,
                    "state = 'WAITING', due_at = :due, cause = :cause",
                    machine.instant().plus(pause),
                    cause);
        }
    }

    /** It was refused, or tried often enough. */
    void never(Mail mail, String cause) {
        end(mail, "state = 'DEAD', due_at = :due, cause = :cause", null, cause);
    }

    /** Nothing happens when another process has it by now. */
    private void end(Mail mail, String change, Instant due, String cause) {
        sql.sql("update mail set " + change
                        + ", attempts = attempts + 1, holder = null, lease_until = null, updated_at = :now" + MINE)
                .param("due", Sql.at(due))
                .param("cause", cause)
                .param("now", Sql.at(machine.instant()))
                .param("id", mail.id())
                .param("holder", mail.holder())
                .update();
    }

    /** A person wants it sent again. False when it is not one that was given up. */
    public boolean again(long id) {
        return sql.sql("update mail set state = 'WAITING', attempts = 0, due_at = :now, updated_at = :now"
                                + " where id = :id and state = 'DEAD'")
                        .param("now", Sql.at(machine.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** How many wait, and how many were given up. */
    public Count count() {
        return sql.sql("select count(case when state in ('WAITING', 'SENDING') then 1 end) as waiting,"
                        + " count(case when state = 'DEAD' then 1 end) as dead from mail where state <> 'SENT'")
                .query((row, number) -> new Count(row.getLong("waiting"), row.getLong("dead")))
                .single();
    }

    /** Of mails. */
    public record Count(long waiting, long dead) {}
}
