package no.kravbro.console;

import java.nio.charset.StandardCharsets;
import no.kravbro.api.AuditApi;
import no.kravbro.api.AuditExport;
import no.kravbro.api.Caller;
import no.kravbro.api.Query;
import no.kravbro.audit.AuditEntry;
import no.kravbro.audit.Deed;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who has done what: search, export, and the proof that nothing was changed. */
@Controller
class AuditPages {

    private final AuditApi audit;
    private final AuditExport export;

    AuditPages(AuditApi audit, AuditExport export) {
        this.audit = audit;
        this.export = export;
    }

    @GetMapping("/audit")
    String list(Query query, Caller caller, Model model) {
        model.addAttribute("rows", audit.list(query, caller));
        model.addAttribute("deeds", Deed.values());
        model.addAttribute("outcomes", AuditEntry.Outcome.values());
        return "audit";
    }

    @GetMapping("/audit.csv")
    ResponseEntity<byte[]> csv(Query query, Caller caller) {
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .body(export.csv(query, caller).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/audit/verify")
    String verify(Caller caller, RedirectAttributes said) {
        said.addFlashAttribute("verdict", audit.verify(caller));
        return "redirect:/audit";
    }
}
