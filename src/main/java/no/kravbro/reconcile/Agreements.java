package no.kravbro.reconcile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outcome of every comparison, right ones too: evidence for whoever asks later. */
@Repository
public class Agreements {

    private final JdbcClient sql;
    private final Clock clock;

    Agreements(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Keeps it; a second comparison on the same day replaces the first. In the caller's transaction. */
    void keep(Agreement agreement) {
        sql.sql("delete from agreement where creditor_id = :creditor and on_day = :day and agency = :agency")
                .param("creditor", agreement.creditorId())
                .param("day", agreement.day())
                .param("agency", agreement.agency())
                .update();
        sql.sql(
                        """
                        insert into agreement (creditor_id, on_day, agency, claims, agreeing, in_transit_ore, explained_ore,
                          unexplained_ore, compared_at)
                        values (:creditor, :day, :agency, :claims, :agreeing, :transit, :explained, :unexplained, :now)""")
                .param("creditor", agreement.creditorId())
                .param("day", agreement.day())
                .param("agency", agreement.agency())
                .param("claims", agreement.claims())
                .param("agreeing", agreement.agreeing())
                .param("transit", agreement.inTransitOre())
                .param("explained", agreement.explainedOre())
                .param("unexplained", agreement.unexplainedOre())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Of a creditor between two Oslo days, both included, newest first. */
    public List<Agreement> of(String creditorId, LocalDate from, LocalDate to) {
        return sql.sql(
                        """
                        select * from agreement where creditor_id = :creditor and on_day between :from and :to
                        order by on_day desc, agency""")
                .param("creditor", creditorId)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new Agreement(
                        row.getString("creditor_id"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("agency"),
                        row.getInt("claims"),
                        row.getInt("agreeing"),
                        row.getLong("in_transit_ore"),
                        row.getLong("explained_ore"),
                        row.getLong("unexplained_ore")))
                .list();
    }

    /** When both sides were compared last, by the machine's clock. */
    public Optional<Instant> lastAt(String creditorId) {
        return sql.sql("select max(compared_at) from agreement where creditor_id = :creditor")
                .param("creditor", creditorId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
