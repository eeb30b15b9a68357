package no.kravbro.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import no.kravbro.Masking;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the audit trail. A row joins the transaction of what it tells about, so there is never the one without the other;
 * write it last there, for the end of the chain stays locked until that transaction ends. What was refused is written after
 * the rollback, in a transaction of its own.
 */
@Service
public class AuditTrail {

    /** What the first row calls the one before it. */
    static final String BEGINNING = "0".repeat(64);

    private static final int LONGEST = 2000;
    private static final int LONGEST_SUBJECT = 200;
    private static final String INSERT =
            """
            insert into audit (number, at, who, roles, via, deed, subject, creditor_id, before_state, after_state, reason,
              plan, outcome, detail, previous, hash)
            values (:number, :at, :who, :roles, :via, :deed, :subject, :creditorId, :before, :after, :reason,
              :plan, :outcome, :detail, :previous, :hash)""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditTrail(JdbcClient sql, TransactionTemplate transaction, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Head(long number, String hash) {}

    /** Adds a row at the end of the chain. */
    public void record(AuditEntry entry) {
        transaction.executeWithoutResult(status -> {
            Head last = lockedHead();
            AuditRow row = row(entry, last);
            sql.sql(INSERT).params(columns(row)).update();
            sql.sql("update audit_head set number = :number, hash = :hash where id = 1")
                    .param("number", row.number())
                    .param("hash", row.hash())
                    .update();
        });
    }

    /** The one place where writers wait for each other, on whatever node: whoever has it adds the next row. */
    private Head lockedHead() {
        if (sql.sql("update audit_head set number = number where id = 1").update() == 0) {
            sql.sql("insert into audit_head (id, number, hash) values (1, 0, :beginning) on conflict do nothing")
                    .param("beginning", BEGINNING)
                    .update();
            sql.sql("update audit_head set number = number where id = 1").update();
        }
        return sql.sql("select number, hash from audit_head where id = 1")
                .query((row, number) -> new Head(row.getLong("number"), row.getString("hash")))
                .single();
    }

    private AuditRow row(AuditEntry entry, Head last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditRow row = new AuditRow(
                last.number() + 1,
                now,
                entry.actor().who(),
                entry.actor().roles(),
                entry.actor().via().name(),
                entry.deed().name(),
                text(entry.subject(), LONGEST_SUBJECT),
                entry.creditorId(),
                text(entry.before(), LONGEST),
                text(entry.after(), LONGEST),
                text(entry.reason(), LONGEST),
                entry.plan(),
                entry.outcome().name(),
                text(entry.detail(), LONGEST),
                last.hash(),
                null);
        return row.hashed();
    }

    private static Map<String, Object> columns(AuditRow row) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("number", row.number());
        columns.put("at", Sql.at(row.at()));
        columns.put("who", row.who());
        columns.put("roles", row.roles());
        columns.put("via", row.via());
        columns.put("deed", row.deed());
        columns.put("subject", row.subject());
        columns.put("creditorId", row.creditorId());
        columns.put("before", row.before());
        columns.put("after", row.after());
        columns.put("reason", row.reason());
        columns.put("plan", row.plan());
        columns.put("outcome", row.outcome());
        columns.put("detail", row.detail());
        columns.put("previous", row.previous());
        columns.put("hash", row.hash());
        return columns;
    }

    /** Masked, without what would begin another line in a log, and not too long. */
    private static String text(String text, int longest) {
        if (text == null) {
            return null;
        }
        String clean = Masking.mask(text).replaceAll("\\p{Cntrl}", " ").strip();
        return clean.substring(0, Math.min(longest, clean.length()));
    }
}
