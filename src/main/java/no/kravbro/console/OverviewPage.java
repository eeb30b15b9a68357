package no.kravbro.console;

import java.util.List;
import no.kravbro.access.Right;
import no.kravbro.api.Flow;
import no.kravbro.api.MailsApi;
import no.kravbro.bundle.BundleStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page: the road of all claims as a picture, and what waits for a person. */
@Controller
class OverviewPage {

    private final Flow flow;
    private final BundleStatus bundle;
    private final MailsApi mails;

    OverviewPage(Flow flow, BundleStatus bundle, MailsApi mails) {
        this.flow = flow;
        this.bundle = bundle;
        this.mails = mails;
    }

    @GetMapping("/")
    String show(
            Visitor visitor,
            @RequestParam(defaultValue = "on") String refresh,
            @RequestParam(required = false) String advanced,
            Model model) {
        if (!visitor.access().may(Right.READ_CLAIMS)) {
            // Auditors and administrators begin where they may look.
            return "redirect:"
                    + Menu.of(visitor).stream().findFirst().map(Menu::path).orElse("/me");
        }
        List<Flow.Row> agencies = flow.agencies(visitor.caller());
        model.addAttribute("refresh", !"off".equals(refresh));
        model.addAttribute("advanced", advanced);
        model.addAttribute("totals", flow.totals(agencies, visitor.caller()));
        model.addAttribute("steps", flow.steps(agencies, visitor.caller()));
        model.addAttribute("agencies", agencies);
        model.addAttribute("refused", bundle.view().refusals());
        model.addAttribute("steppedBack", bundle.view().steppedBack());
        model.addAttribute("mail", mails.standing());
        return "overview";
    }
}
