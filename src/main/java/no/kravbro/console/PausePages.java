package no.kravbro.console;

import no.kravbro.api.AgenciesApi;
import no.kravbro.api.Caller;
import no.kravbro.api.MandatesApi;
import no.kravbro.api.PausesApi;
import no.kravbro.delivery.Pauses.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the agencies are reached, and the stop for one of them or for one creditor. */
@Controller
class PausePages {

    private final AgenciesApi agencies;
    private final PausesApi pauses;
    private final MandatesApi mandates;

    PausePages(AgenciesApi agencies, PausesApi pauses, MandatesApi mandates) {
        this.agencies = agencies;
        this.pauses = pauses;
        this.mandates = mandates;
    }

    @GetMapping("/agencies")
    String agencies(Caller caller, Model model) {
        model.addAttribute("agencies", agencies.list(caller));
        model.addAttribute("leaving", mandates.leaving(caller));
        return "agencies";
    }

    @PostMapping("/agencies/{name}/pause")
    String pauseAgency(@PathVariable String name, @RequestParam String reason, Caller caller, RedirectAttributes said) {
        pauses.pause(Kind.AGENCY, name, reason, caller);
        said.addFlashAttribute("done", "done.stopped");
        return "redirect:/agencies";
    }

    @PostMapping("/agencies/{name}/resume")
    String resumeAgency(@PathVariable String name, Caller caller, RedirectAttributes said) {
        pauses.resume(Kind.AGENCY, name, caller);
        said.addFlashAttribute("done", "done.lifted");
        return "redirect:/agencies";
    }

    @PostMapping("/creditors/{name}/pause")
    String pauseCreditor(
            @PathVariable String name, @RequestParam String reason, Caller caller, RedirectAttributes said) {
        pauses.pause(Kind.CREDITOR, name, reason, caller);
        said.addFlashAttribute("done", "done.stopped");
        return "redirect:/creditors/" + name;
    }

    @PostMapping("/creditors/{name}/resume")
    String resumeCreditor(@PathVariable String name, Caller caller, RedirectAttributes said) {
        pauses.resume(Kind.CREDITOR, name, caller);
        said.addFlashAttribute("done", "done.lifted");
        return "redirect:/creditors/" + name;
    }
}
