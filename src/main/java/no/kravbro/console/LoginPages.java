package no.kravbro.console;

import no.kravbro.access.AccessRefused;
import no.kravbro.access.Accounts;
import no.kravbro.access.Demonstration;
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
    private final ObjectProvider<Demonstration> demonstration;

    LoginPages(Accounts accounts, ObjectProvider<Demonstration> demonstration) {
        this.accounts = accounts;
        this.demonstration = demonstration;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) String failed,
            @RequestParam(required = false) Long seconds,
            @RequestParam(required = false) String out,
            Model model) {
        model.addAttribute("failed", failed);
        model.addAttribute("seconds", seconds);
        model.addAttribute("out", out);
        demonstration.ifAvailable(people -> {
            model.addAttribute("people", people.people());
            model.addAttribute("password", people.password());
        });
        return "login";
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
