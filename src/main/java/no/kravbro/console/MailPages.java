package no.kravbro.console;

import no.kravbro.api.Caller;
import no.kravbro.api.MailsApi;
import no.kravbro.api.Query;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.mail.Declining;
import no.kravbro.mail.Mails;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people are told by mail, and, without a login, the link by which they decline overviews. */
@Controller
class MailPages {

    private final MailsApi mails;
    private final Declining declining;
    private final Creditors creditors;

    MailPages(MailsApi mails, Declining declining, Creditors creditors) {
        this.mails = mails;
        this.declining = declining;
        this.creditors = creditors;
    }

    @GetMapping("/mails")
    String mails(Query query, Caller caller, Model model) {
        model.addAttribute("mails", mails.list(query, caller));
        model.addAttribute("states", Mails.State.values());
        return "mails";
    }

    @PostMapping("/mails/{id}/again")
    String again(@PathVariable long id, Caller caller, RedirectAttributes said) {
        mails.again(id, caller);
        said.addFlashAttribute("done", "done.mail");
        return "redirect:/mails?state=DEAD";
    }

    /** Only asks: whatever looks at the links of a mail must not decline by that. */
    @GetMapping(Declining.PAGE)
    String ask(
            @RequestParam(defaultValue = "") String creditor,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String signature,
            Model model) {
        return page(creditor, recipient, signature, false, model);
    }

    @PostMapping(Declining.PAGE)
    String decline(
            @RequestParam String creditor,
            @RequestParam String recipient,
            @RequestParam String signature,
            Model model) {
        boolean ours = declining.isOurs(creditor, recipient, signature);
        if (ours) {
            declining.decline(creditor, recipient, signature);
        }
        return page(creditor, recipient, signature, ours, model);
    }

    private String page(String creditor, String recipient, String signature, boolean declined, Model model) {
        boolean ours = declining.isOurs(creditor, recipient, signature);
        model.addAttribute("ours", ours);
        model.addAttribute("declined", declined);
        model.addAttribute("creditor", creditor);
        model.addAttribute("recipient", recipient);
        model.addAttribute("signature", signature);
        model.addAttribute(
                "name", ours ? creditors.find(creditor).map(Creditor::name).orElse(creditor) : "");
        return "unsubscribe";
    }
}
