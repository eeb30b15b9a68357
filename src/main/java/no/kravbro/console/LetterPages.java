package no.kravbro.console;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.access.Right;
import no.kravbro.api.Caller;
import no.kravbro.api.DeadLettersApi;
import no.kravbro.api.GroupView;
import no.kravbro.api.LetterForms;
import no.kravbro.api.LetterGroupsApi;
import no.kravbro.api.LetterHandlingApi;
import no.kravbro.api.Query;
import no.kravbro.deadletter.CloseReason;
import no.kravbro.deadletter.LetterState;
import no.kravbro.deadletter.Owner;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What could not be done: by cause, one by one, and the ways out. */
@Controller
class LetterPages {

    private static final String STATE = "state";

    private final DeadLettersApi letters;
    private final LetterGroupsApi groups;
    private final LetterHandlingApi handling;
    private final LetterForms forms;

    LetterPages(DeadLettersApi letters, LetterGroupsApi groups, LetterHandlingApi handling, LetterForms forms) {
        this.letters = letters;
        this.groups = groups;
        this.handling = handling;
        this.forms = forms;
    }

    /** What waits for a person, unless another state is asked for. */
    @GetMapping("/dead-letters")
    String list(@RequestParam Map<String, String> given, Caller caller, Model model) {
        Map<String, String> asked = asked(given);
        model.addAttribute("letters", letters.list(Query.of(asked), caller));
        model.addAttribute("waiting", handling.waiting(caller));
        model.addAttribute("open", LetterState.OPEN.name().equals(asked.get(STATE)));
        asked.remove("page");
        asked.remove("size");
        model.addAttribute("groups", groups.list(Query.of(asked), caller));
        asked.remove(STATE);
        model.addAttribute("question", asked);
        model.addAttribute("states", LetterState.values());
        model.addAttribute("owners", Owner.values());
        return "letters";
    }

    /** The same as a table. */
    @GetMapping("/dead-letters.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> given, Caller caller) {
        Map<String, String> asked = asked(given);
        asked.keySet().removeAll(List.of("page", "size"));
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"dead-letters.csv\"")
                .body(handling.export(Query.of(asked), caller).text().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> asked(Map<String, String> given) {
        Map<String, String> asked = new HashMap<>(given);
        asked.keySet().removeAll(List.of("lang", "theme", "keys", "live"));
        asked.values().removeIf(String::isBlank);
        asked.putIfAbsent(STATE, LetterState.OPEN.name());
        asked.remove(STATE, "ALL");
        return asked;
    }

    /** All letters with one fix. */
    @GetMapping("/dead-letters/groups/{fingerprint}")
    String group(@PathVariable String fingerprint, Caller caller, Model model) {
        GroupView group = groups.list(Query.of(Map.of("fingerprint", fingerprint)), caller).stream()
                .findFirst()
                .orElseThrow(NoSuchPage::new);
        model.addAttribute("group", group);
        model.addAttribute("log", handling.saying(fingerprint, caller));
        return "group";
    }

    @GetMapping("/dead-letters/{id}")
    String show(@PathVariable long id, Visitor visitor, Model model) {
        DeadLettersApi.Detail detail = letters.show(id, visitor.caller());
        model.addAttribute("detail", detail);
        model.addAttribute("letter", detail.letter());
        model.addAttribute("standing", forms.standing(id, visitor.caller()));
        model.addAttribute(
                "ways", ways(detail.letter().actions(), detail.letter().state(), visitor));
        model.addAttribute("reasons", CloseReason.values());
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
}
