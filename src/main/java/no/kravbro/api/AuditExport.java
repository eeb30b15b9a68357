package no.kravbro.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Service;

/** The audit trail as a table for other programs. Nothing in it is taken for a formula; that it was made is a row of the trail. */
@Service
public class AuditExport {

    private static final CSVFormat FORMAT = CSVFormat.EXCEL
            .builder()
            .setHeader(
                    "number",
                    "at",
                    "who",
                    "roles",
                    "via",
                    "deed",
                    "subject",
                    "creditor",
                    "before",
                    "after",
                    "reason",
                    "plan",
                    "outcome",
                    "detail",
                    "hash")
            .get();
    private static final String FORMULAS = "=+-@\t\r";

    private final AuditApi audit;
    private final AuditTrail trail;

    AuditExport(AuditApi audit, AuditTrail trail) {
        this.audit = audit;
        this.trail = trail;
    }

    /** All rows that the filter of {@link AuditApi#list} finds on one page of the largest size. */
    public String csv(Query query, Caller caller) {
        AuditApi.Rows rows = audit.list(query.largest(), caller);
        StringBuilder text = new StringBuilder("\ufeff");
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (AuditApi.View row : rows.items()) {
                printer.printRecord(cells(row));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Nothing is written but text", impossible);
        }
        trail.record(AuditEntry.done(caller.actor(), Deed.EXPORT, "audit")
                .saying(rows.items().size() + " rows"));
        return text.toString();
    }

    private static Object[] cells(AuditApi.View row) {
        return new Object[] {
            row.number(),
            row.at(),
            safe(row.who()),
            row.roles(),
            row.via(),
            row.deed(),
            safe(row.subject()),
            row.creditorId(),
            safe(row.before()),
            safe(row.after()),
            safe(row.reason()),
            row.plan(),
            row.outcome(),
            safe(row.detail()),
            row.hash()
        };
    }

    /** A spreadsheet would run what begins like a formula. */
    static String safe(String text) {
        return text != null && !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
