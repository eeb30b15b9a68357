package no.kravbro.mail;

import java.time.Instant;
import java.util.List;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a task of each mail about a deadline that was given up: whoever was to act on it does not know. Ends when it is sent. */
@Component
class LostTeller implements Teller {

    private static final String LOST =
            """
            select id, creditor_id, recipient, subject from mail m where state = 'DEAD' and creditor_id is not null
              and kind in ('COLLECTION_LIST', 'LIST_REMINDER', 'DISPUTE_DUE', 'KEY_STOPPED', 'KEY_ENDS')
              and not exists (select 1 from task t where t.kind = 'MAIL_LOST' and t.creditor_id = m.creditor_id
                and t.subject = 'mail/' || cast(m.id as varchar)) order by id""";
    private static final String THROUGH =
            """
            select t.subject from task t join mail m on t.subject = 'mail/' || cast(m.id as varchar)
            where t.kind = 'MAIL_LOST' and t.state = 'OPEN' and m.state = 'SENT'""";

    private final JdbcClient sql;
    private final Tasks tasks;

    LostTeller(JdbcClient sql, Tasks tasks) {
        this.sql = sql;
        this.tasks = tasks;
    }

    @Override
    public void tell(Instant now) {
        List<NewTask> lost = sql.sql(LOST)
                .query((row, number) -> new NewTask(
                        TaskKind.MAIL_LOST,
                        "mail/" + row.getLong("id"),
                        row.getString("creditor_id"),
                        null,
                        "-",
                        row.getString("recipient") + ": " + row.getString("subject"),
                        OsloDay.of(now)))
                .list();
        lost.forEach(tasks::open);
        sql.sql(THROUGH)
                .query(String.class)
                .list()
                .forEach(each -> tasks.done(TaskKind.MAIL_LOST, each, "kravbro", "The mail was sent"));
    }
}
