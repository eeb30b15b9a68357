package no.kravbro.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.decision.Decision;
import no.kravbro.claim.decision.Reason;
import no.kravbro.secret.SealedColumn;
import no.kravbro.secret.Sealer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The newest snapshot and decision of every invoice followed. */
@Repository
public class Invoices {
    /** As many ids as one read of the accounting system takes. */
    static final int ID_LIST = 100;

    private static final String UPDATE =
            """
            update invoice set invoice_number = :number, due_date = :due, outstanding_ore = :outstanding,
              decision = :decision, reasons = :reasons, snapshot = :snapshot, seen_at = :now
            where creditor_id = :creditor and invoice_id = :id""";
    private static final String INSERT =
            """
            insert into invoice (creditor_id, invoice_id, invoice_number, due_date, outstanding_ore, decision, reasons,
              snapshot, seen_at)
            values (:creditor, :id, :number, :due, :outstanding, :decision, :reasons, :snapshot, :now)""";
    private static final String REREADS =
            """
            select i.invoice_id from invoice i
            where i.creditor_id = :creditor and i.seen_at < :before and (i.decision in ('HOLD', 'TRANSFER')
              or exists (select 1 from claim c where c.creditor_id = i.creditor_id and c.invoice_id = i.invoice_id
                and c.state in ('PENDING', 'ACCEPTED')))
            order by i.invoice_id""";

    private final NamedParameterJdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final Sealer sealer;
    private final Clock clock;

    public Invoices(
            NamedParameterJdbcTemplate sql,
            TransactionTemplate transaction,
            Sealer sealer,
            @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.sealer = sealer;
        this.clock = clock;
    }

    /** An invoice just read, and what was decided about it. */
    public record Seen(Invoice invoice, Decision decision) {}

    /** Writes a page of invoices in one transaction, or in the caller's: new ones are added, known ones replaced. */
    public void seen(String creditorId, List<Seen> page) {
        if (page.isEmpty()) {
            return;
        }
        var now = Sql.at(clock.instant());
        var rows = page.stream().map(each -> row(creditorId, each, now)).toList();
        transaction.executeWithoutResult(status -> {
            var known = known(creditorId, page);
            write(
                    UPDATE,
                    rows.stream()
                            .filter(row -> known.contains(row.getValue("id")))
                            .toList());
            write(
                    INSERT,
                    rows.stream()
                            .filter(row -> !known.contains(row.getValue("id")))
                            .toList());
        });
    }

    private Set<Object> known(String creditorId, List<Seen> page) {
        var ids = page.stream().map(each -> each.invoice().id()).toList();
        return Set.copyOf(sql.queryForList(
                "select invoice_id from invoice where creditor_id = :creditor and invoice_id in (:ids)",
                Map.of("creditor", creditorId, "ids", ids),
                Long.class));
    }

    private void write(String statement, List<MapSqlParameterSource> rows) {
        if (!rows.isEmpty()) {
            sql.batchUpdate(statement, rows.toArray(SqlParameterSource[]::new));
        }
    }

    private MapSqlParameterSource row(String creditorId, Seen seen, OffsetDateTime now) {
        var invoice = seen.invoice();
        return new MapSqlParameterSource("creditor", creditorId)
                .addValue("id", invoice.id())
                .addValue("number", invoice.number())
                .addValue("due", invoice.dueDate())
                .addValue("outstanding", invoice.outstandingOre())
                .addValue("decision", seen.decision().kind().name())
                .addValue("reasons", Json.text(seen.decision().reasons()))
                .addValue(
                        "snapshot",
                        sealer.seal(SealedColumn.INVOICE.place(creditorId, invoice.id()), Json.text(invoice)))
                .addValue("now", now);
    }

    public Optional<InvoiceRow> find(String creditorId, long invoiceId) {
        return sql
                .query(
                        "select * from invoice where creditor_id = :creditor and invoice_id = :id",
                        Map.of("creditor", creditorId, "id", invoiceId),
                        this::read)
                .stream()
                .findFirst();
    }

    /** Those of a creditor's invoices that are followed, in any order. */
    public List<InvoiceRow> find(String creditorId, Collection<Long> invoiceIds) {
        return invoiceIds.isEmpty()
                ? List.of()
                : sql.query(
                        "select * from invoice where creditor_id = :creditor and invoice_id in (:ids)",
                        Map.of("creditor", creditorId, "ids", invoiceIds),
                        this::read);
    }

    /**
     * What the scan did not show although it matters: held or decided invoices and those of open claims, last seen before
     * the given machine time. In lists of at most 100 ids, one read each.
     */
    public List<List<Long>> rereads(String creditorId, Instant seenBefore) {
        var ids = sql.queryForList(REREADS, Map.of("creditor", creditorId, "before", Sql.at(seenBefore)), Long.class);
        var lists = new ArrayList<List<Long>>();
        for (int from = 0; from < ids.size(); from += ID_LIST) {
            lists.add(List.copyOf(ids.subList(from, Math.min(from + ID_LIST, ids.size()))));
        }
        return lists;
    }

    /** What was decided about a creditor's invoices, by id; page on from the last id. A null kind means all. */
    public List<InvoiceRow> list(String creditorId, Decision.Kind kind, long afterId, int limit) {
        // In the order of an index, so that reading stops where the page ends.
        String all = "select * from invoice where creditor_id = :creditor and invoice_id > :after"
                + " order by creditor_id, invoice_id fetch first :limit rows only";
        String some = "select * from invoice where creditor_id = :creditor and decision = :kind and invoice_id > :after"
                + " order by creditor_id, decision, invoice_id fetch first :limit rows only";
        return sql.query(
                kind == null ? all : some,
                new MapSqlParameterSource("creditor", creditorId)
                        .addValue("after", afterId)
                        .addValue("kind", kind == null ? null : kind.name())
                        .addValue("limit", limit),
                this::read);
    }

    /** Those decided to be handed over that no agency has or may have, by id; page on from the last id. */
    public List<InvoiceRow> ready(String creditorId, long afterId, int limit) {
        return sql.query(
                """
                select i.* from invoice i where i.creditor_id = :creditor and i.invoice_id > :after
                  and i.decision = 'TRANSFER' and not exists (select 1 from claim c
                    where c.creditor_id = i.creditor_id and c.invoice_id = i.invoice_id and c.state <> 'STOPPED')
                order by i.creditor_id, i.decision, i.invoice_id fetch first :limit rows only""",
                Map.of("creditor", creditorId, "after", afterId, "limit", limit),
                this::read);
    }

    /** Those of a creditor's invoices that have one of the numbers, by id. */
    public List<InvoiceRow> byNumber(String creditorId, Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : sql.query(
                        "select * from invoice where creditor_id = :creditor and invoice_number in (:numbers)"
                                + " order by invoice_id",
                        Map.of("creditor", creditorId, "numbers", numbers),
                        this::read);
    }

    /** How many invoices of a creditor stand at each decision. */
    public Map<Decision.Kind, Long> counts(String creditorId) {
        var counts = new EnumMap<Decision.Kind, Long>(Decision.Kind.class);
        sql.query(
                "select decision, count(*) as n from invoice where creditor_id = :creditor group by decision",
                Map.of("creditor", creditorId),
                row -> {
                    counts.put(Decision.Kind.valueOf(row.getString("decision")), row.getLong("n"));
                });
        return counts;
    }

    private InvoiceRow read(ResultSet row, int number) throws SQLException {
        var reasons = Json.read(row.getString("reasons"), new TypeReference<List<Reason>>() {});
        var creditor = row.getString("creditor_id");
        var snapshot =
                sealer.open(SealedColumn.INVOICE.place(creditor, row.getLong("invoice_id")), row.getString("snapshot"));
        return new InvoiceRow(
                creditor,
                Json.read(snapshot, new TypeReference<Invoice>() {}),
                new Decision(Decision.Kind.valueOf(row.getString("decision")), reasons),
                Sql.instant(row, "seen_at"));
    }
}
