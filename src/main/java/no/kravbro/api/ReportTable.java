package no.kravbro.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.kravbro.Texts;
import no.kravbro.deadletter.Cause;
import no.kravbro.money.Money;
import no.kravbro.money.NorwegianFormat;
import no.kravbro.reconcile.report.AccountReport;
import no.kravbro.reconcile.report.ReportLine;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A report as a page to print and as a file for a spreadsheet, with the same cells. */
@Component
class ReportTable {

    private static final String[] HEADS = {
        "report.claim",
        "report.invoice",
        "report.case",
        "report.state",
        "report.principal",
        "report.ledger",
        "report.agency",
        "report.unexplained",
        "report.differences",
        "report.booking",
        "report.voucher",
        "report.bookedOn",
        "report.booked",
        "report.net",
        "report.remittance",
        "report.payout",
        "report.arrived"
    };
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
            <style>body{font:14px sans-serif;margin:2em}table{border-collapse:collapse}th,td{border:1px solid #999;padding:.2em .4em;\
            text-align:left}td.n{text-align:right;white-space:nowrap}@media print{body{margin:0;font-size:9px}}</style></head>
            <body><h1>%s</h1>
            %s<table><thead><tr>%s</tr></thead><tbody>
            %s</tbody></table>
            <p>SHA-256: <code>%s</code></p></body></html>
            """;

    private final Texts texts;

    ReportTable(Texts texts) {
        this.texts = texts;
    }

    String csv(AccountReport report, Locale language) {
        StringBuilder file = new StringBuilder("\uFEFF");
        row(file, Arrays.stream(HEADS).map(key -> texts.of(key, language)).toList());
        report.lines().forEach(line -> row(file, cells(line, language)));
        row(file, List.of("SHA-256", report.hash()));
        return file.toString();
    }

    private static void row(StringBuilder file, List<String> cells) {
        file.append(cells.stream().map(SafeCell::of).collect(Collectors.joining(";")))
                .append("\r\n");
    }

    String html(AccountReport report, Locale language) {
        String title = texts.of(
                "report.title",
                language,
                report.creditor().name(),
                NorwegianFormat.day(report.from()),
                NorwegianFormat.day(report.to()));
        String rows = report.lines().stream()
                .map(line -> "<tr>"
                        + cells(line, language).stream()
                                .map(cell -> "<td>" + HtmlUtils.htmlEscape(cell, "UTF-8") + "</td>")
                                .collect(Collectors.joining())
                        + "</tr>\n")
                .collect(Collectors.joining());
        String heads = Arrays.stream(HEADS)
                .map(key -> "<th scope=\"col\">" + HtmlUtils.htmlEscape(texts.of(key, language), "UTF-8") + "</th>")
                .collect(Collectors.joining());
        String escaped = HtmlUtils.htmlEscape(title, "UTF-8");
        return PAGE.formatted(
                language.getLanguage(), escaped, escaped, summary(report, language), heads, rows, report.hash());
    }

    private String summary(AccountReport report, Locale language) {
        String counts = texts.of(
                "report.counts",
                language,
                report.green(),
                report.open(),
                report.accepted(),
                NorwegianFormat.kroner(report.unexplainedOre()));
        String days = texts.of("report.days", language, report.comparedDays(), report.greenDays());
        return "<p>" + HtmlUtils.htmlEscape(counts, "UTF-8") + "</p><p>" + HtmlUtils.htmlEscape(days, "UTF-8")
                + "</p>\n";
    }

    private List<String> cells(ReportLine line, Locale language) {
        String differences = line.differences().stream()
                .map(each ->
                        texts.of(Cause.of(each.substring(0, each.indexOf(' '))).titleKey(), language) + " (" + each
                                + ")")
                .collect(Collectors.joining(" "));
        return List.of(
                line.claimKey(),
                text(line.invoiceNumber()),
                text(line.caseNumber()),
                line.state(),
                kroner(line.principalOre()),
                kroner(line.ledgerOre()),
                kroner(line.agencyOre()),
                kroner(line.unexplainedOre()),
                differences,
                text(line.bookingKey()),
                text(line.voucherNumber()),
                text(line.bookedOn()),
                kroner(line.bookedOre()),
                kroner(line.netOre()),
                text(line.remittance()),
                text(line.payoutState()),
                text(line.arrivedOn()));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    private static String kroner(Long ore) {
        return ore == null ? "" : Money.decimal(ore).toPlainString().replace('.', ',');
    }
}
