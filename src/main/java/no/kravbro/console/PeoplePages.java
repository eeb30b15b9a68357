package no.kravbro.console;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.access.Accounts;
import no.kravbro.access.Right;
import no.kravbro.access.Role;
import no.kravbro.access.Users;
import no.kravbro.api.Caller;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What I may do, and, for administrators, who is who. */
@Controller
class PeoplePages {

    private final Users users;
    private final Accounts accounts;
    private final Creditors creditors;

    PeoplePages(Users users, Accounts accounts, Creditors creditors) {
        this.users = users;
        this.accounts = accounts;
        this.creditors = creditors;
    }

    @GetMapping("/me")
    String me(Visitor visitor, Model model) {
        Map<Right, Boolean> rights = new EnumMap<>(Right.class);
        for (Right right : Right.values()) {
            rights.put(right, visitor.access().may(right));
        }
        model.addAttribute("rights", rights);
        return "me";
    }

    @GetMapping("/users")
    String list(Caller caller, Model model) {
        caller.need(Right.MANAGE_USERS);
        model.addAttribute("users", users.all());
        form(model);
        return "users";
    }

    @GetMapping("/users/{name}")
    String show(@PathVariable String name, Caller caller, Model model) {
        caller.need(Right.MANAGE_USERS);
        model.addAttribute("user", users.find(name).orElseThrow(NoSuchPage::new));
        form(model);
        return "user";
    }

    private void form(Model model) {
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "creditors", creditors.all().stream().map(Creditor::id).toList());
    }

    @PostMapping("/users")
    String add(
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam(required = false) List<Role> roles,
            @RequestParam(required = false) List<String> own,
            Caller caller,
            RedirectAttributes said) {
        caller.need(Right.MANAGE_USERS);
        String token = accounts.add(filled(name, displayName, roles, own, true), caller.actor());
        said.addFlashAttribute("link", "/welcome?token=" + token);
        return "redirect:/users/" + name;
    }

    @PostMapping("/users/{name}")
    String change(
            @PathVariable String name,
            @RequestParam String displayName,
            @RequestParam(required = false) List<Role> roles,
            @RequestParam(required = false) List<String> own,
            @RequestParam(defaultValue = "false") boolean active,
            Caller caller,
            RedirectAttributes said) {
        caller.need(Right.MANAGE_USERS);
        accounts.change(filled(name, displayName, roles, own, active), caller.actor());
        said.addFlashAttribute("done", "done.user");
        return "redirect:/users/" + name;
    }

    @PostMapping("/users/{name}/link")
    String link(@PathVariable String name, Caller caller, RedirectAttributes said) {
        caller.need(Right.MANAGE_USERS);
        said.addFlashAttribute("link", "/welcome?token=" + accounts.invite(name, caller.actor()));
        return "redirect:/users/" + name;
    }

    private static Accounts.Form filled(
            String name, String displayName, List<Role> roles, List<String> own, boolean active) {
        Set<Role> wanted = roles == null ? Set.of() : Set.copyOf(roles);
        Set<String> bound = own == null ? Set.of() : own.stream().collect(Collectors.toSet());
        return new Accounts.Form(name, displayName, wanted, bound, active);
    }
}
