package no.kravbro.console;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.access.Right;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.DeadLettersApi;
import no.kravbro.api.LetterForms;
import no.kravbro.api.LetterHandlingApi;
import no.kravbro.deadletter.Corrections.Change;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A fix by form: first the form, then what it would change, then yes; and the second person whom some changes need. */
@Controller
class CorrectionPages {

    private static final String FIELDS = "debtor.";

    private final DeadLettersApi letters;
    private final LetterHandlingApi handling;
    private final LetterForms forms;

    CorrectionPages(DeadLettersApi letters, LetterHandlingApi handling, LetterForms forms) {
        this.letters = letters;
        this.handling = handling;
        this.forms = forms;
    }

    @GetMapping("/dead-letters/{id}/correct")
    String form(@PathVariable long id, Caller caller, Model model) {
        model.addAttribute("fields", forms.form(id, caller));
        model.addAttribute("letter", letters.show(id, caller).letter());
        return "correct";
    }

    /** Shows what would change; nothing is kept. */
    @PostMapping("/dead-letters/{id}/correct/look")
    String look(@PathVariable long id, @RequestParam Map<String, String> form, Caller caller, Model model) {
        Map<String, String> values = values(form);
        List<Change> changes = forms.diff(id, values, caller);
        model.addAttribute("changes", changes);
        model.addAttribute("letter", letters.show(id, caller).letter());
        model.addAttribute(
                "second",
                forms.form(id, caller).stream()
                        .anyMatch(field -> field.secondPerson() && values.containsKey(field.name())));
        return "correct-look";
    }

    @PostMapping("/dead-letters/{id}/correct")
    String correct(
            @PathVariable long id, @RequestParam Map<String, String> form, Caller caller, RedirectAttributes said) {
        letters.correct(id, Body.write(Map.of("fields", values(form))), caller);
        boolean waits = forms.standing(id, caller).waiting() != null;
        said.addFlashAttribute("done", waits ? "done.askedSecond" : "done.corrected");
        return "redirect:/dead-letters/" + id;
    }

    /** What waits for a second person. */
    @GetMapping("/dead-letters/corrections")
    String waiting(Caller caller, Model model) {
        model.addAttribute("waiting", handling.waiting(caller));
        return "corrections";
    }

    @GetMapping("/dead-letters/{id}/correction")
    String second(@PathVariable long id, Visitor visitor, Model model) {
        Caller caller = visitor.caller();
        caller.need(Right.APPROVE);
        model.addAttribute("changes", forms.waitingDiff(id, caller));
        model.addAttribute("letter", letters.show(id, caller).letter());
        model.addAttribute("waiting", forms.standing(id, caller).waiting());
        return "correction";
    }

    @PostMapping("/dead-letters/{id}/correction/{correction}/confirm")
    String confirm(@PathVariable long id, @PathVariable long correction, Caller caller, RedirectAttributes said) {
        handling.confirm(correction, caller);
        said.addFlashAttribute("done", "done.corrected");
        return "redirect:/dead-letters/" + id;
    }

    @PostMapping("/dead-letters/{id}/correction/{correction}/refuse")
    String refuse(
            @PathVariable long id,
            @PathVariable long correction,
            @RequestParam String text,
            Caller caller,
            RedirectAttributes said) {
        handling.refuse(correction, Body.write(Map.of("text", text)), caller);
        said.addFlashAttribute("done", "done.refusedSecond");
        return "redirect:/dead-letters/" + id;
    }

    /** Only what was filled in. */
    private static Map<String, String> values(Map<String, String> form) {
        Map<String, String> values = new TreeMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(FIELDS) && !value.isBlank()) {
                values.put(name, value.strip());
            }
        });
        return values;
    }
}
