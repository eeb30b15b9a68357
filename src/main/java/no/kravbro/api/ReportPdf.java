package no.kravbro.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import no.kravbro.Texts;
import no.kravbro.deadletter.Cause;
import no.kravbro.money.NorwegianFormat;
import no.kravbro.reconcile.Sheet;
import no.kravbro.reconcile.report.AccountReport;
import no.kravbro.reconcile.report.ReportLine;
import org.springframework.stereotype.Component;

/** A report as PDF for the archive; the same content gives the same bytes. No personal data stand in it. */
@Component
class ReportPdf {

    private static final String NONE = "–";

    private final Texts texts;

    ReportPdf(Texts texts) {
        this.texts = texts;
    }

    byte[] of(AccountReport report, Locale language) {
        try (Sheet sheet = new Sheet(report.hash().hashCode())) {
            head(sheet, report, language);
            if (report.lines().isEmpty()) {
                sheet.gap().text(say(language, "empty"));
            } else {
                claims(sheet, report.lines(), language);
            }
            sheet.gap().text(say(language, "hash")).row(report.hash(), List.of());
            return sheet.bytes();
        }
    }

    private void head(Sheet sheet, AccountReport report, Locale language) {
        sheet.title(say(language, "page")).gap();
        sheet.text(say(language, "title", report.creditor().name(), day(report.from()), day(report.to())));
        sheet.text(say(language, "days", report.comparedDays(), report.greenDays()))
                .gap();
        sheet.row(say(language, "agreeing"), List.of(String.valueOf(report.green())));
        sheet.row(say(language, "openOnes"), List.of(String.valueOf(report.open())));
        sheet.row(say(language, "acceptedOnes"), List.of(String.valueOf(report.accepted())));
        sheet.row(say(language, "unexplained"), List.of(NorwegianFormat.kroner(report.unexplainedOre())));
    }

    /** A claim once, and its bookings below it. */
    private void claims(Sheet sheet, List<ReportLine> lines, Locale language) {
        sheet.heading(
                say(language, "claim"),
                List.of(say(language, "principal"), say(language, "ledger"), say(language, "agency")));
        String before = null;
        for (ReportLine line : lines) {
            if (!line.claimKey().equals(before)) {
                claim(sheet.gap(), line, language);
            }
            if (line.bookingKey() != null) {
                booking(sheet, line, language);
            }
            before = line.claimKey();
        }
    }

    private void claim(Sheet sheet, ReportLine line, Locale language) {
        sheet.row(
                say(language, "pdf.claim", text(line.invoiceNumber()), text(line.caseNumber())),
                List.of(kroner(line.principalOre()), kroner(line.ledgerOre()), kroner(line.agencyOre())));
        if (line.unexplainedOre() != 0) {
            sheet.row(say(language, "unexplained"), List.of(kroner(line.unexplainedOre())));
        }
        line.differences()
                .forEach(each -> sheet.text(
                        texts.of(Cause.of(each.substring(0, each.indexOf(' '))).titleKey(), language) + " (" + each
                                + ")"));
    }

    private void booking(Sheet sheet, ReportLine line, Locale language) {
        sheet.row(
                say(
                        language,
                        "pdf.booking",
                        line.bookedOn() == null ? NONE : day(line.bookedOn()),
                        text(line.voucherNumber()),
                        text(line.remittance())),
                List.of(kroner(line.bookedOre())));
    }

    private static String day(LocalDate day) {
        return NorwegianFormat.day(day);
    }

    private static String text(String value) {
        return value == null || value.isBlank() ? NONE : value;
    }

    private static String kroner(Long ore) {
        return ore == null ? NONE : NorwegianFormat.kroner(ore);
    }

    private String say(Locale language, String key, Object... arguments) {
        return texts.of("report." + key, language, arguments);
    }
}
