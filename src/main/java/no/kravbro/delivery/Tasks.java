package no.kravbro.delivery;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What persons must do and by when: where a wire cannot, or a machine may not. */
@Repository
public class Tasks {
    private final JdbcClient sql;
    private final Clock business;

    public Tasks(JdbcClient sql, Clock business) {
        this.sql = sql;
        this.business = business;
    }

    /** In the caller's transaction. False when the task is known already, open or done. */
    public boolean open(NewTask task) {
        return sql.sql(
                                """
                                insert into task (kind, subject, creditor_id, claim_key, agency, detail, due_on, state, opened_at)
                                values (:kind, :subject, :creditor, :claim, :agency, :detail, :due, 'OPEN', :now)
                                on conflict do nothing""")
                        .param("kind", task.kind().name())
                        .param("subject", task.subject())
                        .param("creditor", task.creditorId())
                        .param("claim", task.claimKey())
                        .param("agency", task.agency())
                        .param("detail", Sql.detail(task.detail()))
                        .param("due", task.dueOn())
                        .param("now", Sql.at(business.instant()))
                        .update()
                == 1;
    }

    /**
     * True while a person has to see to the money of a claim: what the agency believes is owed may be wrong until then, so
     * nothing may make the claim harder for the debtor.
     */
    public boolean holds(String claimKey) {
        return holding(List.of(claimKey)).contains(claimKey);
    }

    /** Those claims of several for which that is so. */
    public Set<String> holding(Collection<String> claimKeys) {
        return claimKeys.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.sql(
                                """
                                select distinct claim_key from task where claim_key in (:claims) and state = 'OPEN'
                                  and (kind in ('EXPLAIN_POSTING', 'CREDIT_DISPUTED') or (kind = 'DO_BY_HAND' and (subject like 'REPORT_PAYMENT %'
                                    or subject like 'REVERSE_PAYMENT %' or subject like 'CREDIT%')))""")
                        .param("claims", claimKeys)
                        .query(String.class)
                        .list());
    }

    /** Whether there is or was such a task. @param detail only with these words, or null: whatever they are */
    public boolean isKnown(TaskKind kind, String subject, String detail) {
        return sql.sql("select count(*) from task where kind = :kind and subject = :subject"
                                + (detail == null ? "" : " and detail = :detail"))
                        .params(
                                detail == null
                                        ? Map.of("kind", kind.name(), "subject", subject)
                                        : Map.of("kind", kind.name(), "subject", subject, "detail", Sql.detail(detail)))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** An open task gets other words. False when there is no such open task. */
    public boolean retell(TaskKind kind, String subject, String detail) {
        return sql.sql("update task set detail = :detail"
                                + " where kind = :kind and subject = :subject and state = 'OPEN'")
                        .param("detail", Sql.detail(detail))
                        .param("kind", kind.name())
                        .param("subject", subject)
                        .update()
                == 1;
    }

    /** What was done by itself is to be done after all, in the caller's transaction. False unless so done. @param who had done it */
    public boolean again(NewTask task, String who) {
        return sql.sql("update task set state = 'OPEN', done_at = null, done_by = null, note = null, detail = :detail,"
                                + " due_on = :due, opened_at = :now"
                                + " where kind = :kind and subject = :subject and state = 'DONE' and done_by = :who")
                        .param("detail", Sql.detail(task.detail()))
                        .param("due", task.dueOn())
                        .param("now", Sql.at(business.instant()))
                        .param("kind", task.kind().name())
                        .param("subject", task.subject())
                        .param("who", who)
                        .update()
                == 1;
    }

    /** What a person has done somewhere else in the product; nothing where there is no such open task. */
    public void done(TaskKind kind, String subject, String who, String note) {
        sql.sql("update task set state = 'DONE', done_at = :now, done_by = :who, note = :note"
                        + " where kind = :kind and subject = :subject and state = 'OPEN'")
                .param("now", Sql.at(business.instant()))
                .param("who", who)
                .param("note", Sql.detail(note))
                .param("kind", kind.name())
                .param("subject", subject)
                .update();
    }

    /** Done by a person. False when there is no such open task. */
    public boolean done(long id, String who, String note) {
        return sql.sql("update task set state = 'DONE', done_at = :now, done_by = :who, note = :note"
                                + " where id = :id and state = 'OPEN'")
                        .param("now", Sql.at(business.instant()))
                        .param("who", who)
                        .param("note", Sql.detail(note))
                        .param("id", id)
                        .update()
                == 1;
    }
}
