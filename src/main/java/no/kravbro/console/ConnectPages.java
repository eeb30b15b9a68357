package no.kravbro.console;

import java.util.Map;
import no.kravbro.access.Right;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Caller;
import no.kravbro.api.RegistrationsApi;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Registered;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Connecting a creditor: the form, and on its own page who has confirmed. */
@Controller
class ConnectPages {

    private static final String PAGE = "connect";

    private final RegistrationsApi registrations;
    private final AgencyProfiles profiles;

    ConnectPages(RegistrationsApi registrations, AgencyProfiles profiles) {
        this.registrations = registrations;
        this.profiles = profiles;
    }

    @GetMapping("/connect")
    String form(Caller caller, Model model) {
        caller.need(Right.CONNECT);
        return page(ConnectForm.EMPTY, Map.of(), null, model);
    }

    @PostMapping("/connect")
    String connect(@ModelAttribute("filled") ConnectForm form, Caller caller, Model model, RedirectAttributes said) {
        caller.need(Right.CONNECT);
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            return page(form.withoutToken(), problems, null, model);
        }
        try {
            registrations.register(form.json(), caller);
        } catch (ApiProblem refused) {
            if (refused.code() != ApiProblem.Code.BAD_BODY) {
                throw refused;
            }
            return page(form.withoutToken(), problems, refused.getMessage(), model);
        }
        said.addFlashAttribute("done", "done.connected");
        return "redirect:/creditors/" + form.shortName();
    }

    private String page(ConnectForm form, Map<String, String> problems, String refused, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("refused", refused);
        model.addAttribute("agencies", profiles.ids());
        model.addAttribute("transfers", Creditor.Transfer.values());
        model.addAttribute("ways", Creditor.BookingWay.values());
        return PAGE;
    }

    @PostMapping("/creditors/{id}/confirm")
    String confirm(
            @PathVariable String id,
            @RequestParam Registered.Side side,
            @RequestParam String how,
            Caller caller,
            RedirectAttributes said) {
        registrations.confirm(id, new RegistrationsApi.Confirming(side, how), caller);
        said.addFlashAttribute("done", "done.confirmed");
        return "redirect:/creditors/" + id;
    }

    @PostMapping("/creditors/{id}/token")
    String renew(@PathVariable String id, @RequestParam String token, Caller caller, RedirectAttributes said) {
        registrations.renew(id, new RegistrationsApi.TokenWanted(token), caller);
        said.addFlashAttribute("done", "done.token");
        return "redirect:/creditors/" + id;
    }
}
