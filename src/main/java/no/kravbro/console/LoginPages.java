package no.kravbro.console;

import no.kravbro.access.AccessRefused;
import no.kravbro.access.Accounts;
import no.kravbro.access.Demonstration;
import no.kravbro.access.SignOn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Before anybody is known: logging in, and choosing a password by a one-time link. */
@Controller
class LoginPages {

    private final Accounts accounts;
    private final SignOn signOn;
    private final ObjectProvider<Demonstration> demonstration;

    LoginPages(Accounts accounts, SignOn signOn, ObjectProvider<Demonstration> demonstration) {
        this.signOn = signOn;
        this.accounts = accounts;
        this.demonstration = demonstration;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) String failed,
            @RequestParam(required = false) Long seconds,
            @RequestParam(required = false) String out,
            @RequestParam(required = false) String sso,
            Model model) {
        model.addAttribute("sso", sso != null && sso.matches("[a-z]{1,20}") ? sso : null);
        model.addAttribute("signOn", signOn.isOn());
        model.addAttribute("failed", failed);
        model.addAttribute("seconds", seconds);
        model.addAttribute("out", out);
        demonstration.ifAvailable(people -> {
            model.addAttribute("people", people.people());
            model.addAttribute("password", people.password());
        });
        return "login";
    }

    /** By the company's own accounts; says so where their issuer cannot be reached. */
    @GetMapping("/login/company")
    String company() {
        return "redirect:" + (signOn.isReachable() ? SignOn.BEGIN : "/login?sso=away");
    }

    @GetMapping("/welcome")
    String welcome(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("whom", accounts.invited(token).orElse(null));
        return "welcome";
    }

    @PostMapping("/welcome")
    String choose(
            @RequestParam String token,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) String displayName,
            @RequestParam String password,
            Model model) {
        try {
            accounts.choosePassword(token, name, displayName, password);
            return "redirect:/login?out=chosen";
        } catch (AccessRefused refused) {
            model.addAttribute("refused", refused.key());
            model.addAttribute("name", name);
            model.addAttribute("displayName", displayName);
            return welcome(token, model);
        }
    }
}
