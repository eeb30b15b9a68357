package no.kravbro.console;

import java.util.List;
import java.util.Map;
import no.kravbro.access.Right;
import no.kravbro.api.ActionsApi;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.ClaimSearch;
import no.kravbro.api.ClaimsApi;
import no.kravbro.api.DeadLettersApi;
import no.kravbro.api.DifferencesApi;
import no.kravbro.api.DisputesApi;
import no.kravbro.api.InstructionsApi;
import no.kravbro.api.Query;
import no.kravbro.api.TasksApi;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.claim.Stage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Claims: search, list, and everything about one. */
@Controller
class ClaimPages {

    private final ClaimsApi claims;
    private final ClaimSearch search;
    private final ActionsApi actions;
    private final TasksApi tasks;
    private final DeadLettersApi letters;
    private final DifferencesApi differences;
    private final InstructionsApi instructions;
    private final DisputesApi disputes;

    ClaimPages(
            ClaimsApi claims,
            ClaimSearch search,
            ActionsApi actions,
            TasksApi tasks,
            DeadLettersApi letters,
            DifferencesApi differences,
            InstructionsApi instructions,
            DisputesApi disputes) {
        this.claims = claims;
        this.search = search;
        this.actions = actions;
        this.tasks = tasks;
        this.letters = letters;
        this.differences = differences;
        this.instructions = instructions;
        this.disputes = disputes;
    }

    @GetMapping("/claims")
    String list(Query query, Caller caller, Model model) {
        model.addAttribute("claims", claims.list(query, caller));
        model.addAttribute("states", ClaimState.values());
        model.addAttribute("stages", Stage.values());
        return "claims";
    }

    /** One hit is the claim itself; else the list of hits. */
    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Caller caller, Model model) {
        List<String> found = q.isBlank() ? List.of() : search.find(q, caller);
        if (found.size() == 1) {
            return "redirect:/claims/" + found.get(0);
        }
        model.addAttribute("q", q);
        model.addAttribute(
                "found", found.stream().map(key -> claims.find(key, caller)).toList());
        return "search";
    }

    @GetMapping("/claims/{key}")
    String show(@PathVariable String key, Visitor visitor, Model model) {
        Caller caller = visitor.caller();
        ClaimsApi.Detail detail = claims.show(key, caller);
        Query own = Query.of(Map.of("claimKey", key));
        model.addAttribute("detail", detail);
        model.addAttribute("claim", detail.claim());
        model.addAttribute("story", CaseStory.newestFirst(detail.events()));
        model.addAttribute("otherOre", CaseStory.otherOre(detail));
        List<ActionsApi.View> actions = actions(key, caller);
        model.addAttribute("actions", actions);
        model.addAttribute("orders", actions.isEmpty() ? List.of() : instructions.list(key, caller));
        model.addAttribute("disputes", disputes.list(key, caller));
        model.addAttribute("outcomes", DisputeOutcome.values());
        model.addAttribute(
                "allowed",
                actions.stream()
                        .filter(each -> List.of("WIRE", "PERSON").contains(each.how()))
                        .map(ActionsApi.View::action)
                        .toList());
        model.addAttribute(
                "tasks",
                caller.access().may(Right.READ_TASKS) ? tasks.list(own, caller).items() : List.of());
        model.addAttribute(
                "letters",
                caller.access().may(Right.READ_LETTERS)
                        ? letters.list(own, caller).items()
                        : List.of());
        model.addAttribute(
                "differences",
                caller.access().may(Right.READ_MONEY)
                        ? differences.list(own, caller).items()
                        : List.of());
        return "claim";
    }

    /** None while no agency has it. */
    private List<ActionsApi.View> actions(String key, Caller caller) {
        try {
            return actions.list(key, caller);
        } catch (ApiProblem nobodyHasIt) {
            if (nobodyHasIt.code() == ApiProblem.Code.NOT_FOUND) {
                return List.of();
            }
            throw nobodyHasIt;
        }
    }

    @PostMapping("/claims/{key}/tasks")
    String ask(
            @PathVariable String key,
            @RequestParam String action,
            @RequestParam String text,
            Caller caller,
            RedirectAttributes said) {
        actions.ask(key, Body.write(Map.of("action", action, "text", text)), caller);
        said.addFlashAttribute("done", "done.asked");
        return "redirect:/claims/" + key;
    }
}
