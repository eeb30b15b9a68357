package no.kravbro.transfer.choose;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kravbro.claim.decision.KeptBack;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What creditors keep back: what is said last of an invoice or a customer holds, and everything said before stays on record. */
@Repository
public class Exclusions {

    private static final String INSERT =
            """
            insert into exclusion (creditor_id, kind, number, open_key, until_day, reason, made_by, made_at)
            values (:creditor, :kind, :number, :key, :until, :reason, :who, :now)""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Exclusions(JdbcClient sql, TransactionTemplate transaction, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Keeps something back from now on, in place of what was said of it before. */
    public Exclusion keep(String creditorId, KeptBack kept, String who) {
        String key = creditorId + "/" + kept.kind() + "/" + kept.number();
        return transaction.execute(status -> {
            open(key).ifPresent(before -> lift(before.id(), who, kept.reason()));
            sql.sql(INSERT)
                    .param("creditor", creditorId)
                    .param("kind", kept.kind().name())
                    .param("number", kept.number())
                    .param("key", key)
                    .param("until", kept.until())
                    .param("reason", kept.reason())
                    .param("who", who)
                    .param("now", Sql.at(clock.instant()))
                    .update();
            return open(key).orElseThrow();
        });
    }

    private Optional<Exclusion> open(String key) {
        return sql.sql("select * from exclusion where open_key = :key")
                .param("key", key)
                .query(Exclusions::read)
                .optional();
    }

    /** @return false when it was lifted before */
    public boolean lift(long id, String who, String why) {
        return sql.sql("update exclusion set open_key = null, lifted_by = :who, lifted_why = :why, lifted_at = :now"
                                + " where id = :id and lifted_by is null")
                        .param("id", id)
                        .param("who", who)
                        .param("why", why)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    public Optional<Exclusion> find(long id) {
        return sql.sql("select * from exclusion where id = :id")
                .param("id", id)
                .query(Exclusions::read)
                .optional();
    }

    /** Those of a creditor that nobody has lifted, newest first; the day of some may have come. */
    public List<Exclusion> of(String creditorId) {
        return sql.sql("select * from exclusion where creditor_id = :creditor and lifted_by is null order by id desc")
                .param("creditor", creditorId)
                .query(Exclusions::read)
                .list();
    }

    /** What holds of a creditor on a day. */
    public List<KeptBack> holding(String creditorId, LocalDate day) {
        return of(creditorId).stream()
                .map(Exclusion::keptBack)
                .filter(kept -> kept.until() == null || kept.until().isAfter(day))
                .toList();
    }

    /** One row of the table. */
    public static Exclusion read(ResultSet row, int number) throws SQLException {
        return new Exclusion(
                row.getLong("id"),
                row.getString("creditor_id"),
                KeptBack.Kind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("until_day", LocalDate.class),
                row.getString("reason"),
                row.getString("made_by"),
                Sql.instant(row, "made_at"),
                row.getString("lifted_by"),
                row.getString("lifted_why"),
                Sql.instant(row, "lifted_at"));
    }
}
