package no.kravbro.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import no.kravbro.bundle.ExactJson;
import no.kravbro.reconcile.balance.Explained;
import no.kravbro.reconcile.balance.FirstDay;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;

/** What both sides said of each claim, day by day. A day on which nothing changed has no row of its own. */
@Repository
class Captures {

    private static final String TAKE_BACK = "delete from balance_capture where claim_key = :claim and on_day = :day";
    private static final String INSERT =
            """
            insert into balance_capture (claim_key, on_day, creditor_id, ledger_ore, standing, agency_ore, agency_paid_ore,
              difference_ore, unexplained_ore, suspected, agrees, explained)
            values (:claim, :day, :creditor, :ledger, :standing, :agency, :paid, :difference, :unexplained, :suspected, :agrees,
              :explained)""";
    private static final String LAST =
            """
            select * from balance_capture c where creditor_id = :creditor and on_day < :day and on_day =
              (select max(on_day) from balance_capture l where l.claim_key = c.claim_key and l.on_day < :day)""";

    private static final String LAST_COMPARED =
            "select max(compared_at) from agreement where creditor_id = :creditor and agency = :agency";

    private static final String BOOKED =
            """
            select distinct claim_key from booking where creditor_id = :creditor and updated_at >= :since""";

    /** What is still owed of a case that was handed back is the creditor's own affair. */
    private static final String READ =
            """
            select c.claim_key from claim c join invoice i on i.creditor_id = c.creditor_id and i.invoice_id = c.invoice_id
            where c.creditor_id = :creditor and c.state = 'CLOSED' and i.seen_at >= :since
              and (i.outstanding_ore <= 0 or c.close_reason in ('PAID', 'CREDITED'))""";

    /** What was booked while both sides were compared stands in the books that are read for the next time. */
    private static final Duration AROUND = Duration.ofDays(1);

    private static final String NOTHING = "[]";

    private final NamedParameterJdbcTemplate sql;

    Captures(NamedParameterJdbcTemplate sql) {
        this.sql = sql;
    }

    /** A stored day, as far as it is compared with the next. */
    record Row(
            String claimKey,
            LocalDate day,
            Long ledgerOre,
            String standing,
            long agencyOre,
            Long agencyPaidOre,
            long unexplainedOre,
            String suspected,
            boolean agrees,
            String explained) {

        /** Whether they agree only because of what is still to come. */
        boolean isOnItsWay() {
            return !NOTHING.equals(explained);
        }

        private boolean saysTheSame(Row other) {
            return Objects.equals(ledgerOre, other.ledgerOre)
                    && standing.equals(other.standing)
                    && agencyOre == other.agencyOre
                    && Objects.equals(agencyPaidOre, other.agencyPaidOre)
                    && unexplainedOre == other.unexplainedOre
                    && Objects.equals(suspected, other.suspected)
                    && agrees == other.agrees
                    && explained.equals(other.explained);
        }
    }

    /** Stores a day; a second reading of the same day replaces the first. In the caller's transaction. */
    void store(String creditorId, LocalDate day, Collection<Capture> captures) {
        if (captures.isEmpty()) {
            return;
        }
        Map<String, Row> last = before(creditorId, day);
        List<SqlParameterSource> taken = new ArrayList<>();
        List<SqlParameterSource> stored = new ArrayList<>();
        for (Capture capture : captures) {
            Row row = row(capture);
            taken.add(new MapSqlParameterSource("claim", row.claimKey()).addValue("day", day));
            Row before = last.get(row.claimKey());
            if (before == null || !row.saysTheSame(before)) {
                stored.add(parameters(creditorId, row, capture.check().differenceOre()));
            }
        }
        sql.batchUpdate(TAKE_BACK, taken.toArray(SqlParameterSource[]::new));
        sql.batchUpdate(INSERT, stored.toArray(SqlParameterSource[]::new));
    }

    private static Row row(Capture capture) {
        return new Row(
                capture.balances().claimKey(),
                capture.day(),
                capture.balances().ledgerOre(),
                capture.balances().standing().name(),
                capture.balances().agencyOre(),
                capture.agencyPaidOre(),
                capture.check().unexplainedOre(),
                capture.check().suspected() == null
                        ? null
                        : capture.check().suspected().name(),
                capture.check().agrees(),
                explained(capture.check().explained()));
    }

    private static SqlParameterSource parameters(String creditorId, Row row, long differenceOre) {
        return new MapSqlParameterSource("claim", row.claimKey())
                .addValue("day", row.day())
                .addValue("creditor", creditorId)
                .addValue("ledger", row.ledgerOre())
                .addValue("standing", row.standing())
                .addValue("agency", row.agencyOre())
                .addValue("paid", row.agencyPaidOre())
                .addValue("difference", differenceOre)
                .addValue("unexplained", row.unexplainedOre())
                .addValue("suspected", row.suspected())
                .addValue("agrees", row.agrees())
                .addValue("explained", row.explained());
    }

    /**
     * Claims whose books may have moved since all of a creditor's were compared last, or about then: we have booked on them, or
     * the invoice of an ended one was read again.
     */
    Set<String> movedSince(String creditorId, String agency) {
        Map<String, Object> whose = Map.of("creditor", creditorId, "agency", agency);
        OffsetDateTime last = sql.queryForObject(LAST_COMPARED, whose, OffsetDateTime.class);
        if (last == null) {
            return Set.of();
        }
        Map<String, Object> since = Map.of("creditor", creditorId, "since", last.minus(AROUND));
        Set<String> moved = new HashSet<>(sql.queryForList(BOOKED, since, String.class));
        moved.addAll(sql.queryForList(READ, since, String.class));
        return moved;
    }

    /** All stored days of a claim, oldest first. */
    List<Row> of(String claimKey) {
        return sql.query(
                "select * from balance_capture where claim_key = :claim order by on_day",
                Map.of("claim", claimKey),
                Captures::read);
    }

    /** Since when a claim has been wrong, as its captures show; empty when it is right. */
    Optional<LocalDate> wrongSince(String claimKey) {
        TreeMap<LocalDate, Boolean> agreed = new TreeMap<>();
        of(claimKey).forEach(row -> agreed.put(row.day(), row.agrees()));
        return FirstDay.wrongSince(agreed);
    }

    /** The last stored day before one, of each claim of a creditor, by its key. */
    Map<String, Row> before(String creditorId, LocalDate day) {
        Map<String, Row> last = new HashMap<>();
        sql.query(LAST, Map.of("creditor", creditorId, "day", day), Captures::read)
                .forEach(row -> last.put(row.claimKey(), row));
        return last;
    }

    private static String explained(List<Explained> parts) {
        return ExactJson.write(ExactJson.treeOf(parts.stream()
                .map(each -> new Part(
                        each.cause().name(),
                        each.amountOre(),
                        each.until() == null ? null : each.until().toString(),
                        each.reference()))
                .toList()));
    }

    /** A part of a difference as it is stored. */
    record Part(String cause, long amountOre, String until, String reference) {}

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("claim_key"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("ledger_ore", Long.class),
                row.getString("standing"),
                row.getLong("agency_ore"),
                row.getObject("agency_paid_ore", Long.class),
                row.getLong("unexplained_ore"),
                row.getString("suspected"),
                row.getBoolean("agrees"),
                row.getString("explained"));
    }
}
