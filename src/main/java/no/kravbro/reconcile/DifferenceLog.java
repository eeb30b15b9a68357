package no.kravbro.reconcile;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with a difference, when and why. Lines are added and never changed. */
@Repository
public class DifferenceLog {

    /** Who has done what no person did. */
    static final String SYSTEM = "kravbro";

    private final JdbcClient sql;
    private final Clock clock;

    public DifferenceLog(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What happened with it. */
    public enum What {
        OPENED,
        /** Another amount was found. */
        CHANGED,
        /** Found again after it was over, fixed or accepted. */
        REOPENED,
        /** Both sides say the same again. */
        AGREED,
        ACKNOWLEDGED,
        FIXED,
        ACCEPTED,
        /** The day until which it was accepted has passed. */
        EXPIRED,
        /** Somebody has had both sides read again. */
        REREAD
    }

    /**
     * A line of the log.
     *
     * @param evidence JSON of what was known at that moment, or null
     * @param evidenceHash SHA-256 of it, or null
     */
    public record Line(
            Instant at, String who, What what, long amountOre, String detail, String evidence, String evidenceHash) {}

    void note(long difference, String who, What what, long amountOre, String detail) {
        note(difference, who, what, amountOre, detail, null);
    }

    /** In the caller's transaction. @param evidence kept as it is, with its hash; or null */
    void note(long difference, String who, What what, long amountOre, String detail, String evidence) {
        sql.sql(
                        """
                        insert into difference_log (difference_id, at, who, what, amount_ore, detail, evidence, evidence_hash)
                        values (:difference, :now, :who, :what, :amount, :detail, :evidence, :hash)""")
                .param("difference", difference)
                .param("now", Sql.at(clock.instant()))
                .param("who", who)
                .param("what", what.name())
                .param("amount", amountOre)
                .param("detail", Sql.detail(detail))
                .param("evidence", evidence)
                .param("hash", evidence == null ? null : Sql.hash(evidence))
                .update();
    }

    /** Oldest first. */
    public List<Line> of(long difference) {
        return sql.sql("select * from difference_log where difference_id = :difference order by id")
                .param("difference", difference)
                .query((row, number) -> new Line(
                        Sql.instant(row, "at"),
                        row.getString("who"),
                        What.valueOf(row.getString("what")),
                        row.getLong("amount_ore"),
                        row.getString("detail"),
                        row.getString("evidence"),
                        row.getString("evidence_hash")))
                .list();
    }
}
