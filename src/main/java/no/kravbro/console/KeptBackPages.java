package no.kravbro.console;

import java.util.HashMap;
import java.util.Map;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.Drafting;
import no.kravbro.api.ExclusionsApi;
import no.kravbro.api.Query;
import no.kravbro.api.WorkListsApi;
import no.kravbro.claim.decision.KeptBack;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Invoices and customers that creditors keep back for now. */
@Controller
class KeptBackPages {

    private static final String PATH = "/exclusions";

    private final WorkListsApi work;
    private final ExclusionsApi exclusions;
    private final Drafting drafting;

    KeptBackPages(WorkListsApi work, ExclusionsApi exclusions, Drafting drafting) {
        this.work = work;
        this.exclusions = exclusions;
        this.drafting = drafting;
    }

    @GetMapping(PATH)
    String show(Query query, Caller caller, Model model) {
        model.addAttribute("rows", work.exclusions(query, caller));
        model.addAttribute("kinds", KeptBack.Kind.values());
        model.addAttribute("places", drafting.creditors(caller));
        return "exclusions";
    }

    /** Form fields: creditorId, kind, number, until, reason. */
    @PostMapping(PATH)
    String keep(
            @RequestParam String creditorId,
            @RequestParam Map<String, String> form,
            Caller caller,
            RedirectAttributes said) {
        Map<String, String> wanted = new HashMap<>();
        for (String field : new String[] {"kind", "number", "until", "reason"}) {
            if (!form.getOrDefault(field, "").isBlank()) {
                wanted.put(field, form.get(field).strip());
            }
        }
        exclusions.keep(creditorId, Body.write(wanted), caller);
        return Back.done(form.get("back"), PATH, "done.keptBack", said);
    }

    @PostMapping(PATH + "/{id}/lift")
    String lift(
            @PathVariable long id,
            @RequestParam String reason,
            @RequestParam(required = false) String back,
            Caller caller,
            RedirectAttributes said) {
        exclusions.lift(id, Body.write(Map.of("reason", reason)), caller);
        return Back.done(back, PATH, "done.letGo", said);
    }
}
