package no.kravbro.console;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.access.Right;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.DeadLettersApi;
import no.kravbro.api.LetterGroupsApi;
import no.kravbro.api.Query;
import no.kravbro.deadletter.CloseReason;
import no.kravbro.deadletter.LetterState;
import no.kravbro.deadletter.Owner;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What could not be done: by cause, one by one, and the ways out. */
@Controller
class LetterPages {

    private static final List<String> FIELDS =
            List.of("email", "phone", "addressLine1", "addressLine2", "postalCode", "city", "country");

    private final DeadLettersApi letters;
    private final LetterGroupsApi groups;

    LetterPages(DeadLettersApi letters, LetterGroupsApi groups) {
        this.letters = letters;
        this.groups = groups;
    }

    /** What waits for a person, unless another state is asked for. */
    @GetMapping("/dead-letters")
    String list(@RequestParam Map<String, String> given, Caller caller, Model model) {
        Map<String, String> asked = new HashMap<>(given);
        asked.keySet().removeAll(List.of("lang", "theme", "keys"));
        asked.putIfAbsent("state", LetterState.OPEN.name());
        asked.remove("state", "ALL");
        model.addAttribute("letters", letters.list(Query.of(asked), caller));
        asked.remove("page");
        asked.remove("size");
        model.addAttribute("groups", groups.list(Query.of(asked), caller));
        model.addAttribute("states", LetterState.values());
        model.addAttribute("owners", Owner.values());
        return "letters";
    }

    @GetMapping("/dead-letters/{id}")
    String show(@PathVariable long id, Visitor visitor, Model model) {
        DeadLettersApi.Detail detail = letters.show(id, visitor.caller());
        model.addAttribute("detail", detail);
        model.addAttribute("letter", detail.letter());
        model.addAttribute(
                "ways", ways(detail.letter().actions(), detail.letter().state(), visitor));
        model.addAttribute("reasons", CloseReason.values());
        model.addAttribute("fields", FIELDS);
        return "letter";
    }

    /** Each way out, with the key of why it is closed, or null where it is open. */
    private static Map<String, String> ways(List<String> open, String state, Visitor visitor) {
        Map<String, Right> rights = new LinkedHashMap<>();
        rights.put("inquire", Right.RETRY);
        rights.put("retry", Right.RETRY);
        rights.put("correct", Right.CORRECT);
        rights.put("close", Right.CLOSE);
        Map<String, String> ways = new LinkedHashMap<>();
        rights.forEach((way, right) -> {
            String why = "OPEN".equals(state) ? "why." + way : "why.settled";
            ways.put(way, !visitor.access().may(right) ? "why.right" : open.contains(way) ? null : why);
        });
        return ways;
    }

    @PostMapping("/dead-letters/{id}/inquire")
    String inquire(@PathVariable long id, Caller caller, RedirectAttributes said) {
        letters.inquire(id, caller);
        return back(id, "done.inquired", said);
    }

    @PostMapping("/dead-letters/{id}/retry")
    String retry(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String mended,
            Caller caller,
            RedirectAttributes said) {
        letters.retry(id, mended.isBlank() ? "" : Body.write(Map.of("mended", mended)), caller);
        return back(id, "done.retried", said);
    }

    @PostMapping("/dead-letters/{id}/correct")
    String correct(
            @PathVariable long id, @RequestParam Map<String, String> form, Caller caller, RedirectAttributes said) {
        Map<String, String> fields = new HashMap<>();
        FIELDS.stream()
                .filter(field -> !form.getOrDefault(field, "").isBlank())
                .forEach(field -> fields.put("debtor." + field, form.get(field).strip()));
        letters.correct(id, Body.write(Map.of("fields", fields)), caller);
        return back(id, "done.corrected", said);
    }

    @PostMapping("/dead-letters/{id}/close")
    String close(
            @PathVariable long id,
            @RequestParam String reason,
            @RequestParam String text,
            Caller caller,
            RedirectAttributes said) {
        letters.close(id, Body.write(Map.of("reason", reason, "text", text)), caller);
        return back(id, "done.closed", said);
    }

    private static String back(long id, String done, RedirectAttributes said) {
        said.addFlashAttribute("done", done);
        return "redirect:/dead-letters/" + id;
    }
}
