package no.kravbro.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import no.kravbro.delivery.Sql;
import no.kravbro.money.Remittance;
import no.kravbro.money.RemittanceCheck;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bank lines that agencies pay settlements out with, and whether all they pay for is here. */
@Repository
public class Remittances {
    private static final String INSERT =
            """
            insert into remittance (creditor_id, agency, remittance, bank_text, payout_date, expected_count,
              carried_in_ore, carried_out_ore, net_payout_ore, state, created_at)
            values (:creditor, :agency, :number, :text, :day, :count, :in, :out, :net, 'WAITING', :now)
            on conflict do nothing""";

    private static final String MET = "insert into remittance_event (booking_key) values (:key) on conflict do nothing";

    private final JdbcClient sql;
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    /** @param clock the business clock: how long a remittance waits is counted in working days */
    public Remittances(NamedParameterJdbcTemplate batches, Clock clock) {
        this.sql = JdbcClient.create(batches);
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * A remittance as its agency stated it first, and how far it has come.
     *
     * @param notedAt when it was stated first, business time
     * @param statement the agency's own account of it as JSON, or null where the settlements themselves tell all
     */
    public record Expected(
            String creditorId,
            String agency,
            Remittance remittance,
            RemittanceCheck.State state,
            Instant notedAt,
            String statement) {}

    /** Notes a remittance; the first statement of its facts stands. */
    public void expect(String creditorId, String agency, Remittance remittance) {
        sql.sql(INSERT)
                .param("creditor", creditorId)
                .param("agency", agency)
                .param("number", remittance.number())
                .param("text", remittance.bankText())
                .param("day", remittance.payoutDate())
                .param("count", remittance.settlementCount())
                .param("in", remittance.carriedInOre())
                .param("out", remittance.carriedOutOre())
                .param("net", remittance.netPayoutOre())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Keeps the agency's account of a noted remittance; the first stands. */
    void statement(String creditorId, String agency, String number, String json) {
        sql.sql("update remittance set statement = :json where creditor_id = :creditor and agency = :agency"
                        + " and remittance = :number and statement is null")
                .param("json", json)
                .param("creditor", creditorId)
                .param("agency", agency)
                .param("number", number)
                .update();
    }

    /**
     * To be said before anyone looks for what others say of a money event: of two that speak of it for the first time at
     * once, the second waits here until the first has ended, and then sees what it wrote.
     */
    void met(String bookingKey) {
        sql.sql(MET).param("key", bookingKey).update();
    }

    /** The same of several, in the one order that all who speak of several keep to. */
    void met(SortedSet<String> bookingKeys) {
        batches.batchUpdate(
                MET,
                bookingKeys.stream()
                        .map(key -> new MapSqlParameterSource("key", key))
                        .toArray(SqlParameterSource[]::new));
    }

    /** A money event that is named before it has come is linked when it comes. The first to name it stands. */
    void announce(String bookingKey, String number) {
        met(bookingKey);
        sql.sql("update remittance_event set remittance = :number where booking_key = :key and remittance is null")
                .param("key", bookingKey)
                .param("number", number)
                .update();
    }

    /** Number of the remittance that was said to pay out a money event. */
    Optional<String> announced(String bookingKey) {
        return sql.sql("select remittance from remittance_event where booking_key = :key and remittance is not null")
                .param("key", bookingKey)
                .query(String.class)
                .optional();
    }

    /** The same of several, by booking key; of those alone that were announced. */
    Map<String, String> announced(Collection<String> bookingKeys) {
        Map<String, String> announced = new HashMap<>();
        batches.query(
                "select booking_key, remittance from remittance_event"
                        + " where booking_key in (:keys) and remittance is not null",
                Map.of("keys", bookingKeys),
                row -> {
                    announced.put(row.getString("booking_key"), row.getString("remittance"));
                });
        return announced;
    }

    public Optional<Expected> find(String creditorId, String agency, String number) {
        return sql.sql("select * from remittance where creditor_id = :creditor and agency = :agency"
                        + " and remittance = :number")
                .param("creditor", creditorId)
                .param("agency", agency)
                .param("number", number)
                .query(Remittances::read)
                .optional();
    }

    /** A remittance if it is noted, held until the caller's transaction ends. */
    public Optional<Expected> lock(String creditorId, String agency, String number) {
        return sql.sql("select * from remittance where creditor_id = :creditor and agency = :agency"
                        + " and remittance = :number for update")
                .param("creditor", creditorId)
                .param("agency", agency)
                .param("number", number)
                .query(Remittances::read)
                .optional();
    }

    /** How far it has come, as the check of its settlements says. */
    public void state(String creditorId, String agency, String number, RemittanceCheck.State state) {
        sql.sql("update remittance set state = :state"
                        + " where creditor_id = :creditor and agency = :agency and remittance = :number")
                .param("state", state.name())
                .param("creditor", creditorId)
                .param("agency", agency)
                .param("number", number)
                .update();
    }

    /** Those whose settlements are not all here and right, oldest first. */
    public List<Expected> open(String creditorId) {
        return sql.sql("select * from remittance where creditor_id = :creditor and state <> 'COMPLETE'"
                        + " order by created_at, remittance")
                .param("creditor", creditorId)
                .query(Remittances::read)
                .list();
    }

    private static Expected read(ResultSet row, int number) throws SQLException {
        var remittance = new Remittance(
                row.getString("remittance"),
                row.getString("bank_text"),
                row.getObject("payout_date", LocalDate.class),
                row.getInt("expected_count"),
                row.getLong("carried_in_ore"),
                row.getLong("carried_out_ore"),
                row.getLong("net_payout_ore"));
        return new Expected(
                row.getString("creditor_id"),
                row.getString("agency"),
                remittance,
                RemittanceCheck.State.valueOf(row.getString("state")),
                Sql.instant(row, "created_at"),
                row.getString("statement"));
    }
}
