package no.kravbro.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Differences between the two sides. One per cause and subject: what is found every night keeps its age. */
@Repository
public class Differences {
    private static final String OPEN =
            """
            insert into difference (creditor_id, claim_key, cause, subject, amount_ore, detail, state, opened_at)
            values (:creditor, :claim, :cause, :subject, :amount, :detail, 'OPEN', :now) on conflict do nothing""";
    private static final String SEEN_AGAIN =
            """
            update difference set amount_ore = :amount, detail = :detail,
              opened_at = case when state = 'OPEN' then opened_at else :now end, state = 'OPEN', closed_at = null
            where creditor_id = :creditor and cause = :cause and subject = :subject""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Differences(JdbcClient sql, TransactionTemplate transaction, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A difference just found. */
    public record Found(
            String creditorId, String claimKey, String cause, String subject, long amountOre, String detail) {}

    /** Opens it; one that is open keeps its age and gets the new amount, one that was closed is opened anew. */
    public void open(Found found) {
        transaction.executeWithoutResult(status -> {
            if (write(OPEN, found) == 0) {
                write(SEEN_AGAIN, found);
            }
        });
    }

    private int write(String statement, Found found) {
        return sql.sql(statement)
                .param("creditor", found.creditorId())
                .param("claim", found.claimKey())
                .param("cause", found.cause())
                .param("subject", found.subject())
                .param("amount", found.amountOre())
                .param("detail", Sql.detail(found.detail()))
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Both sides agree again, or somebody has explained it. False when it was not open. */
    public boolean close(String creditorId, String cause, String subject) {
        return sql.sql(
                                """
                                update difference set state = 'CLOSED', closed_at = :now
                                where creditor_id = :creditor and cause = :cause and subject = :subject
                                  and state = 'OPEN'""")
                        .param("creditor", creditorId)
                        .param("cause", cause)
                        .param("subject", subject)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    /** Open ones of a creditor, oldest first. */
    public List<Difference> open(String creditorId) {
        return sql.sql("select * from difference where creditor_id = :creditor and state = 'OPEN' order by id")
                .param("creditor", creditorId)
                .query(Differences::read)
                .list();
    }

    private static Difference read(ResultSet row, int number) throws SQLException {
        return new Difference(
                row.getLong("id"),
                row.getString("creditor_id"),
                row.getString("claim_key"),
                row.getString("cause"),
                row.getString("subject"),
                row.getLong("amount_ore"),
                row.getString("detail"),
                Sql.instant(row, "opened_at"),
                Sql.instant(row, "closed_at"));
    }
}
