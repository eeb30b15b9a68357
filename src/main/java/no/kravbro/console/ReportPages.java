package no.kravbro.console;

import java.nio.charset.StandardCharsets;
import no.kravbro.api.AgreementsApi;
import no.kravbro.api.Caller;
import no.kravbro.api.Query;
import no.kravbro.api.ReportsApi;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The accountant's report of a period, and the days on which both sides agreed, as evidence. */
@Controller
class ReportPages {

    private final ReportsApi reports;
    private final AgreementsApi agreements;

    ReportPages(ReportsApi reports, AgreementsApi agreements) {
        this.reports = reports;
        this.agreements = agreements;
    }

    /** Parameters: from, to. */
    @GetMapping("/creditors/{id}/report")
    String show(@PathVariable String id, Query query, Caller caller, Model model) {
        model.addAttribute("report", reports.report(id, query, caller));
        model.addAttribute("evidence", agreements.show(id, Query.parse(""), caller));
        return "report";
    }

    /** The same for a spreadsheet. */
    @GetMapping("/creditors/{id}/report.csv")
    ResponseEntity<byte[]> csv(@PathVariable String id, Query query, Caller caller) {
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"report.csv\"")
                .body(reports.csv(id, query, caller).getBytes(StandardCharsets.UTF_8));
    }

    /** The same to print, sign and keep. */
    @GetMapping("/creditors/{id}/report.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, Query query, Caller caller) {
        return ResponseEntity.ok()
                .header("Content-Type", "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"report.pdf\"")
                .body(reports.pdf(id, query, caller));
    }
}
