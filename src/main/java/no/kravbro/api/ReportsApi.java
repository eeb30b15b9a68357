package no.kravbro.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.access.Right;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.reconcile.report.AccountReport;
import no.kravbro.reconcile.report.AccountReports;
import org.springframework.stereotype.Service;

/** {@code /api/v1/creditors/{creditor}/report}: from claim to voucher, as a page or for a spreadsheet. */
@Service
public class ReportsApi {

    private final AccountReports reports;
    private final ReportTable table;
    private final ReportPdf pdf;
    private final Creditors creditors;
    private final AuditTrail audit;
    private final Clock clock;

    ReportsApi(
            AccountReports reports,
            ReportTable table,
            ReportPdf pdf,
            Creditors creditors,
            AuditTrail audit,
            Clock clock) {
        this.reports = reports;
        this.table = table;
        this.pdf = pdf;
        this.creditors = creditors;
        this.audit = audit;
        this.clock = clock;
    }

    /** An answer that is no JSON. @param type media type @param body text, or bytes */
    public record Document(String type, Object body) {

        /** Of a text. */
        String content() {
            return (String) body;
        }
    }

    /** How a report is written. */
    enum Format {
        HTML,
        CSV,
        PDF
    }

    /** Parameters: from, to (Oslo days, both included; this month until today), format (HTML, CSV or PDF). */
    public Document show(String creditorId, Query query, Caller caller) {
        Format format = query.oneOf(Format.class, "format");
        Locale language = Texts.language(caller.language());
        AccountReport report = report(creditorId, query, caller);
        return format == null
                ? page(report, language)
                : switch (format) {
                    case CSV -> new Document("text/csv; charset=utf-8", table.csv(report, language));
                    case PDF -> new Document("application/pdf", pdf.of(report, language));
                    case HTML -> page(report, language);
                };
    }

    private Document page(AccountReport report, Locale language) {
        return new Document("text/html; charset=utf-8", table.html(report, language));
    }

    /** For a spreadsheet. Parameters as above. */
    public String csv(String creditorId, Query query, Caller caller) {
        return table.csv(report(creditorId, query, caller), Texts.language(caller.language()));
    }

    /** To print, sign and keep: the same content gives the same bytes. Parameters as above. */
    public byte[] pdf(String creditorId, Query query, Caller caller) {
        return pdf.of(report(creditorId, query, caller), Texts.language(caller.language()));
    }

    /** What it says. Parameters as above. */
    public AccountReport report(String creditorId, Query query, Caller caller) {
        query.only("from", "to", "format");
        caller.need(Right.READ_MONEY);
        caller.needSight(creditorId, "There is no creditor " + creditorId);
        Creditor creditor = creditors
                .find(creditorId)
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no creditor " + creditorId));
        LocalDate today = OsloDay.today(clock);
        LocalDate to = query.day("to", today);
        LocalDate from = query.day("from", to.withDayOfMonth(1));
        if (from.isAfter(to)) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "from is after to");
        }
        AccountReport report = reports.of(creditor, from, to);
        audit.record(
                AuditEntry.done(caller.actor(), Deed.EXPORT, "creditors/" + creditorId + "/report " + from + " " + to)
                        .ofCreditor(creditorId));
        return report;
    }
}
