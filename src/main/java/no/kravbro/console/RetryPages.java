package no.kravbro.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.LetterForms;
import no.kravbro.api.LetterPlansApi;
import no.kravbro.api.PlanView;
import no.kravbro.api.PreviewView;
import no.kravbro.deadletter.Preview;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Many letters at once: what a retry would do, the plan a person agrees to, and how it goes. */
@Controller
class RetryPages {

    private static final List<String> QUESTION = List.of(
            "ids", "creditorId", "cause", "owner", "claimKey", "fingerprint", "target", "assignee", "q", "mended");
    private static final String PREVIEW = "/dead-letters/preview";

    private final LetterPlansApi plans;
    private final LetterForms letters;

    RetryPages(LetterPlansApi plans, LetterForms letters) {
        this.plans = plans;
        this.letters = letters;
    }

    /** Of those that are ticked, or, only where all are asked for, of all that the filter finds. */
    @GetMapping(PREVIEW)
    String preview(
            @RequestParam MultiValueMap<String, String> given, Caller caller, Model model, RedirectAttributes said) {
        List<String> ids = given.getOrDefault("ids", List.of());
        Map<String, String> question = question(given.toSingleValueMap());
        if (ids.size() > 1) {
            // One address for the same question, however it was asked.
            question.put("ids", String.join(",", ids));
            return "redirect:" + address(PREVIEW, question);
        }
        if (ids.isEmpty() && !"yes".equals(given.getFirst("all"))) {
            said.addFlashAttribute("warn", "letters.none");
            return "redirect:" + address("/dead-letters", question);
        }
        PreviewView preview = plans.preview(body(question), caller);
        show(preview, caller, model);
        model.addAttribute("question", question);
        model.addAttribute(
                "mendFirst",
                question.containsKey("mended")
                        || preview.lines().stream().anyMatch(line -> "MEND_FIRST".equals(line.why())));
        return "preview";
    }

    /** Of all that the filter finds, whatever is ticked. */
    @GetMapping(PREVIEW + "/all")
    String previewAll(@RequestParam Map<String, String> given) {
        Map<String, String> question = question(given);
        question.remove("ids");
        question.put("all", "yes");
        return "redirect:" + address(PREVIEW, question);
    }

    @PostMapping("/dead-letters/plans")
    String plan(@RequestParam Map<String, String> form, Caller caller) {
        PlanView plan = plans.plan(body(question(form)), caller);
        return "redirect:/dead-letters/plans/" + plan.id();
    }

    @GetMapping("/dead-letters/plans/{id}")
    String plan(@PathVariable String id, Caller caller, Model model) {
        PlanView plan = plans.showPlan(id, caller);
        show(plan.preview(), caller, model);
        model.addAttribute("plan", plan);
        model.addAttribute(
                "again",
                address(
                        PREVIEW,
                        Map.of(
                                "ids",
                                plan.preview().lines().stream()
                                        .map(line -> Long.toString(line.letterId()))
                                        .collect(Collectors.joining(",")))));
        return "plan";
    }

    /** What has changed since is told on the plan itself, with the way to a new one. */
    @PostMapping("/dead-letters/plans/{id}/apply")
    String apply(@PathVariable String id, @RequestParam String hash, Caller caller, RedirectAttributes said) {
        try {
            long retry =
                    plans.apply(id, Body.write(Map.of("hash", hash)), caller).id();
            said.addFlashAttribute("done", "done.begun");
            return "redirect:/dead-letters/retries/" + retry;
        } catch (ApiProblem problem) {
            if (!"PLAN_STALE".equals(problem.reason())) {
                throw problem;
            }
            said.addFlashAttribute("stale", problem.getMessage());
            return "redirect:/dead-letters/plans/" + id;
        }
    }

    @GetMapping("/dead-letters/retries")
    String retries(Caller caller, Model model) {
        model.addAttribute("retries", plans.list(caller));
        return "retries";
    }

    @GetMapping("/dead-letters/retries/{id}")
    String retry(@PathVariable long id, @RequestParam(defaultValue = "on") String refresh, Caller caller, Model model) {
        var retry = plans.show(id, caller);
        boolean over = List.of("DONE", "CANCELLED").contains(retry.state());
        long ended =
                retry.letters().stream().filter(each -> each.endedAt() != null).count();
        model.addAttribute("retry", retry);
        model.addAttribute("over", over);
        model.addAttribute("refresh", !over && !"off".equals(refresh));
        model.addAttribute("ended", ended);
        model.addAttribute(
                "share",
                retry.letters().isEmpty() ? 0 : 100 * ended / retry.letters().size());
        model.addAttribute(
                "letters",
                letters.of(retry.letters().stream().map(each -> each.letterId()).toList(), caller));
        return "retry";
    }

    @PostMapping("/dead-letters/retries/{id}/pause")
    String pause(@PathVariable long id, Caller caller, RedirectAttributes said) {
        plans.pause(id, caller);
        return back(id, "done.paused", said);
    }

    @PostMapping("/dead-letters/retries/{id}/resume")
    String resume(@PathVariable long id, Caller caller, RedirectAttributes said) {
        plans.resume(id, caller);
        return back(id, "done.resumed", said);
    }

    @PostMapping("/dead-letters/retries/{id}/cancel")
    String cancel(@PathVariable long id, Caller caller, RedirectAttributes said) {
        plans.cancel(id, caller);
        return back(id, "done.cancelled", said);
    }

    private static String back(long id, String done, RedirectAttributes said) {
        said.addFlashAttribute("done", done);
        return "redirect:/dead-letters/retries/" + id;
    }

    private void show(PreviewView preview, Caller caller, Model model) {
        model.addAttribute("preview", preview);
        model.addAttribute(
                "sorted",
                preview.lines().stream()
                        .collect(Collectors.groupingBy(
                                line -> Preview.Bucket.valueOf(line.bucket()), TreeMap::new, Collectors.toList())));
        model.addAttribute(
                "letters",
                letters.of(
                        preview.lines().stream().map(PreviewView.Line::letterId).toList(), caller));
    }

    private static Map<String, String> question(Map<String, String> given) {
        Map<String, String> question = new LinkedHashMap<>();
        QUESTION.forEach(name -> {
            String value = given.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                question.put(name, value);
            }
        });
        return question;
    }

    private static String body(Map<String, String> question) {
        Map<String, Object> body = new LinkedHashMap<>(question);
        if (question.containsKey("ids")) {
            if (!question.get("ids").matches("[0-9]{1,18}(,[0-9]{1,18})*")) {
                throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "ids are numbers with commas");
            }
            body.put(
                    "ids",
                    Arrays.stream(question.get("ids").split(","))
                            .map(Long::valueOf)
                            .toList());
        }
        return Body.write(body);
    }

    private static String address(String path, Map<String, String> question) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        question.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(question).toUriString();
    }
}
