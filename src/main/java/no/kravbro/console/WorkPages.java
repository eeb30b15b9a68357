package no.kravbro.console;

import java.util.List;
import java.util.Map;
import no.kravbro.api.AgenciesApi;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.CreditorsApi;
import no.kravbro.api.DeliveriesApi;
import no.kravbro.api.HealthApi;
import no.kravbro.api.Query;
import no.kravbro.api.RegistrationsApi;
import no.kravbro.api.TasksApi;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tasks for people, what leaves, and the creditors. */
@Controller
class WorkPages {

    private static final String TASKS = "/tasks";

    private final TasksApi tasks;
    private final DeliveriesApi deliveries;
    private final CreditorsApi creditors;
    private final HealthApi health;
    private final RegistrationsApi registrations;

    WorkPages(
            TasksApi tasks,
            DeliveriesApi deliveries,
            CreditorsApi creditors,
            HealthApi health,
            RegistrationsApi registrations) {
        this.tasks = tasks;
        this.deliveries = deliveries;
        this.creditors = creditors;
        this.health = health;
        this.registrations = registrations;
    }

    @GetMapping(TASKS)
    String tasks(@RequestParam Map<String, String> given, Caller caller, Model model) {
        model.addAttribute("tasks", tasks.list(Standing.of(given), caller));
        model.addAttribute("state", Standing.shown(given));
        model.addAttribute("states", List.of("OPEN", "DONE"));
        return "tasks";
    }

    @PostMapping(TASKS + "/{id}/done")
    String done(
            @PathVariable long id,
            @RequestParam String note,
            @RequestParam(required = false) String back,
            Caller caller,
            RedirectAttributes said) {
        tasks.finish(id, Body.write(Map.of("note", note)), caller);
        return Back.done(back, TASKS, "done.task", said);
    }

    @GetMapping("/deliveries")
    String deliveries(Query query, Caller caller, Model model) {
        model.addAttribute("deliveries", deliveries.list(query, caller));
        model.addAttribute("states", DeliveryState.values());
        model.addAttribute("kinds", DeliveryKind.values());
        return "deliveries";
    }

    @GetMapping("/deliveries/{id}")
    String delivery(@PathVariable long id, Caller caller, Model model) {
        DeliveriesApi.Detail detail = deliveries.show(id, caller);
        model.addAttribute("delivery", detail.delivery());
        model.addAttribute("attempts", detail.attempts());
        return "delivery";
    }

    @GetMapping("/creditors")
    String creditors(Caller caller, Model model) {
        model.addAttribute("creditors", creditors.list(caller));
        return "creditors";
    }

    @GetMapping("/creditors/{id}")
    String creditor(@PathVariable String id, Query query, Caller caller, Model model) {
        HealthApi.View stands = health.show(id, caller);
        model.addAttribute("creditor", creditors.show(id, caller));
        model.addAttribute("health", stands);
        model.addAttribute("registration", registrations.find(id, caller).orElse(null));
        model.addAttribute("refresh", isUnderWay(stands));
        model.addAttribute("decisions", creditors.decisions(id, query, caller));
        return "creditor";
    }

    private static boolean isUnderWay(HealthApi.View stands) {
        return stands.progress() != null && !stands.progress().over()
                || stands.jobs().stream().anyMatch(AgenciesApi.JobView::running);
    }

    @PostMapping("/creditors/{id}/scan")
    String scan(@PathVariable String id, Caller caller, RedirectAttributes said) {
        creditors.scan(id, caller);
        said.addFlashAttribute("done", "done.scan");
        return "redirect:/creditors/" + id;
    }

    @PostMapping("/creditors/{id}/sync")
    String sync(@PathVariable String id, Caller caller, RedirectAttributes said) {
        creditors.sync(id, caller);
        said.addFlashAttribute("done", "done.sync");
        return "redirect:/creditors/" + id;
    }
}
