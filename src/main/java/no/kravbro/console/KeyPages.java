package no.kravbro.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import no.kravbro.access.ApiToken;
import no.kravbro.access.Keys;
import no.kravbro.access.Right;
import no.kravbro.access.Role;
import no.kravbro.access.User;
import no.kravbro.access.Users;
import no.kravbro.api.Caller;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For administrators: the keys by which programs use the API. A key's value is on the page that follows its making, and on no other. */
@Controller
class KeyPages {

    private static final String PATH = "/program-keys";
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private final Keys keys;
    private final Users users;
    private final Creditors creditors;

    KeyPages(Keys keys, Users users, Creditors creditors) {
        this.keys = keys;
        this.users = users;
        this.creditors = creditors;
    }

    /** A key and whether it opens anything. */
    public record Row(ApiToken key, Keys.Standing standing) {}

    @GetMapping(PATH)
    String list(Caller caller, Model model) {
        caller.needForAll(Right.MANAGE_USERS);
        model.addAttribute(
                "rows",
                keys.all().stream().map(key -> new Row(key, keys.standing(key))).toList());
        model.addAttribute("people", users.all().stream().filter(User::active).toList());
        model.addAttribute("roles", Role.values());
        model.addAttribute(
                "creditors", creditors.all().stream().map(Creditor::id).toList());
        return "program-keys";
    }

    /** @param ends last day on which it holds; empty: it does not end */
    @PostMapping(PATH)
    String make(
            @RequestParam String name,
            @RequestParam String owner,
            @RequestParam(required = false) Set<Role> roles,
            @RequestParam(required = false) Set<String> own,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate ends,
            Caller caller,
            RedirectAttributes said) {
        caller.needForAll(Right.MANAGE_USERS);
        Keys.Form form = new Keys.Form(
                name.strip(), owner.isBlank() ? null : owner, roles == null ? Set.of() : roles, own, after(ends));
        said.addFlashAttribute("value", keys.make(form, caller.actor()));
        return "redirect:" + PATH;
    }

    private static Instant after(LocalDate ends) {
        return ends == null ? null : ends.plusDays(1).atStartOfDay(OSLO).toInstant();
    }

    @PostMapping(PATH + "/{name}/revoke")
    String revoke(@PathVariable String name, Caller caller, RedirectAttributes said) {
        caller.needForAll(Right.MANAGE_USERS);
        keys.revoke(name, caller.actor());
        return Back.done(PATH, PATH, "done.keyRevoked", said);
    }
}
