package no.kravbro.console;

import java.util.HashMap;
import java.util.Map;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.DeadLettersApi;
import no.kravbro.api.LetterForms;
import no.kravbro.api.LetterHandlingApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people do with one letter or say about a group. */
@Controller
class LetterActs {

    private final DeadLettersApi letters;
    private final LetterHandlingApi handling;
    private final LetterForms forms;

    LetterActs(DeadLettersApi letters, LetterHandlingApi handling, LetterForms forms) {
        this.letters = letters;
        this.handling = handling;
        this.forms = forms;
    }

    /** Answers with the page itself: there is no address by which it could be looked at again. */
    @PostMapping("/dead-letters/{id}/unmask")
    String unmask(@PathVariable long id, @RequestParam String reason, Caller caller, Model model) {
        model.addAttribute("unmasked", forms.unmask(id, reason, caller));
        model.addAttribute("letter", letters.show(id, caller).letter());
        return "unmasked";
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

    @PostMapping("/dead-letters/{id}/restore")
    String restore(@PathVariable long id, @RequestParam String text, Caller caller, RedirectAttributes said) {
        handling.restore(id, text(text), caller);
        return back(id, "done.restored", said);
    }

    @PostMapping("/dead-letters/{id}/unlock")
    String unlock(@PathVariable long id, @RequestParam String text, Caller caller, RedirectAttributes said) {
        handling.unlock(id, text(text), caller);
        return back(id, "done.unlocked", said);
    }

    @PostMapping("/dead-letters/{id}/note")
    String note(@PathVariable long id, @RequestParam String text, Caller caller, RedirectAttributes said) {
        handling.note(id, text(text), caller);
        return back(id, "done.noted", said);
    }

    /** @param assignee empty for nobody */
    @PostMapping("/dead-letters/{id}/assign")
    String assign(@PathVariable long id, @RequestParam String assignee, Caller caller, RedirectAttributes said) {
        Map<String, String> to = new HashMap<>();
        to.put("assignee", assignee.isBlank() ? null : assignee.strip());
        handling.assign(id, Body.write(to), caller);
        return back(id, "done.assigned", said);
    }

    @PostMapping("/dead-letters/groups/{fingerprint}")
    String say(
            @PathVariable String fingerprint,
            @RequestParam Map<String, String> form,
            Caller caller,
            RedirectAttributes said) {
        Map<String, String> saying = new HashMap<>();
        for (String field : new String[] {"note", "assignee", "mutedUntil"}) {
            String value = form.getOrDefault(field, "").strip();
            saying.put(field, value.isEmpty() ? null : value);
        }
        handling.say(fingerprint, Body.write(saying), caller);
        said.addFlashAttribute("done", "done.noted");
        return "redirect:/dead-letters/groups/" + fingerprint;
    }

    private static String text(String text) {
        return Body.write(Map.of("text", text));
    }

    private static String back(long id, String done, RedirectAttributes said) {
        said.addFlashAttribute("done", done);
        return "redirect:/dead-letters/" + id;
    }
}
