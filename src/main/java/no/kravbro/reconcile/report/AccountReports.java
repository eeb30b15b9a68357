package no.kravbro.reconcile.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Sql;
import no.kravbro.reconcile.Agreements;
import no.kravbro.reconcile.Difference;
import no.kravbro.reconcile.DifferenceState;
import no.kravbro.reconcile.Differences;
import no.kravbro.reconcile.GreenDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts the report of a period together. Reads only. */
@Service
public class AccountReports {

    private static final String LINES =
            """
            select c.claim_key, c.invoice_number, c.case_number, c.state, c.principal_ore, b.booking_key,
              case when b.payment_voucher is null then b.voucher_number when b.voucher_number is null then b.payment_voucher
                else b.payment_voucher || ', ' || b.voucher_number end as voucher_number,
              b.booked_on, b.principal_ore as booked_ore, b.net_ore, b.remittance, r.payout_state, r.arrived_on, s.ledger_ore,
              s.agency_ore, s.standing, coalesce(s.unexplained_ore, 0) as unexplained_ore, coalesce(s.agrees, true) as agrees
            from claim c
            left join booking b on b.claim_key = c.claim_key and b.booked_on between :from and :to
            left join remittance r on r.creditor_id = b.creditor_id and r.agency = b.agency and r.remittance = b.remittance
            left join balance_capture s on s.claim_key = c.claim_key and s.on_day =
              (select max(l.on_day) from balance_capture l where l.claim_key = c.claim_key and l.on_day <= :to)
            where c.creditor_id = :creditor and c.created_at < :end
              and (c.state = 'ACCEPTED' or b.booking_key is not null or (c.state = 'CLOSED' and c.updated_at >= :begin))
            order by c.invoice_number, c.claim_key, b.booked_on, b.booking_key""";

    private final JdbcClient sql;
    private final Differences differences;
    private final Agreements agreements;

    AccountReports(JdbcClient sql, Differences differences, Agreements agreements) {
        this.sql = sql;
        this.differences = differences;
        this.agreements = agreements;
    }

    /** Both Oslo days are included. Differences are those of now: what was decided later counts. */
    public AccountReport of(Creditor creditor, LocalDate from, LocalDate to) {
        Map<String, List<Difference>> found = differences.open(creditor.id()).stream()
                .filter(each -> each.claimKey() != null)
                .collect(Collectors.groupingBy(Difference::claimKey));
        List<ReportLine> lines = sql.sql(LINES)
                .param("creditor", creditor.id())
                .param("from", from)
                .param("to", to)
                .param("begin", Sql.at(from.atStartOfDay(OsloDay.ZONE).toInstant()))
                .param("end", Sql.at(to.plusDays(1).atStartOfDay(OsloDay.ZONE).toInstant()))
                .query((row, number) -> line(row, found.getOrDefault(row.getString("claim_key"), List.of())))
                .list();
        return report(creditor, from, to, lines, found);
    }

    private AccountReport report(
            Creditor creditor,
            LocalDate from,
            LocalDate to,
            List<ReportLine> lines,
            Map<String, List<Difference>> found) {
        Map<String, ReportLine> claims = new HashMap<>();
        lines.forEach(line -> claims.put(line.claimKey(), line));
        Predicate<ReportLine> open = line -> found.getOrDefault(line.claimKey(), List.of()).stream()
                .anyMatch(each -> each.state() != DifferenceState.ACCEPTED);
        Set<String> differing = found.keySet();
        Collection<Boolean> days =
                GreenDays.byDay(agreements.of(creditor.id(), from, to)).values();
        return new AccountReport(
                creditor,
                from,
                to,
                lines,
                claims.keySet().stream().filter(key -> !differing.contains(key)).count(),
                claims.values().stream().filter(open).count(),
                claims.values().stream()
                        .filter(line -> differing.contains(line.claimKey()) && !open.test(line))
                        .count(),
                claims.values().stream()
                        .mapToLong(line -> Math.abs(line.unexplainedOre()))
                        .sum(),
                days.size(),
                Collections.frequency(days, true));
    }

    private static ReportLine line(ResultSet row, List<Difference> differences) throws SQLException {
        return new ReportLine(
                row.getString("claim_key"),
                row.getString("invoice_number"),
                row.getString("case_number"),
                row.getString("state"),
                row.getLong("principal_ore"),
                Sql.number(row, "ledger_ore"),
                Sql.number(row, "agency_ore"),
                row.getLong("unexplained_ore"),
                row.getBoolean("agrees"),
                differences.stream()
                        .map(each -> each.cause() + " " + each.state())
                        .toList(),
                row.getString("booking_key"),
                row.getString("voucher_number"),
                row.getObject("booked_on", LocalDate.class),
                Sql.number(row, "booked_ore"),
                Sql.number(row, "net_ore"),
                row.getString("remittance"),
                row.getString("payout_state"),
                row.getObject("arrived_on", LocalDate.class));
    }
}
