package no.kravbro.transfer.choose;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was handed over by name. Writing is in the caller's transaction. */
@Repository
public class Approvals {

    private static final String UPDATE =
            """
            update approval set agency = :agency, takeover = :takeover, due_date = :due, open_ore = :open,
              content = :content, made_by = :who, made_at = :now where claim_key = :key""";
    private static final String INSERT =
            """
            insert into approval (claim_key, creditor_id, agency, takeover, due_date, open_ore, content, made_by, made_at)
            values (:key, :creditor, :agency, :takeover, :due, :open, :content, :who, :now)""";

    private final JdbcClient sql;
    private final Clock clock;

    public Approvals(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** In place of the one before. */
    public void give(Approval approval) {
        if (write(UPDATE, approval) == 0) {
            write(INSERT, approval);
        }
    }

    private int write(String statement, Approval approval) {
        return sql.sql(statement)
                .param("key", approval.claimKey())
                .param("creditor", approval.creditorId())
                .param("agency", approval.agency())
                .param("takeover", approval.takeover())
                .param("due", approval.dueDate())
                .param("open", approval.openOre())
                .param("content", approval.content())
                .param("who", approval.madeBy())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    public Optional<Approval> find(String claimKey) {
        return sql.sql("select * from approval where claim_key = :key")
                .param("key", claimKey)
                .query((row, number) -> new Approval(
                        row.getString("claim_key"),
                        row.getString("creditor_id"),
                        row.getString("agency"),
                        row.getString("takeover"),
                        row.getObject("due_date", LocalDate.class),
                        row.getLong("open_ore"),
                        row.getString("content"),
                        row.getString("made_by")))
                .optional();
    }
}
