package no.kravbro.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.DifferenceActionsApi;
import no.kravbro.api.DifferencesApi;
import no.kravbro.api.PayoutSteps;
import no.kravbro.api.Query;
import no.kravbro.api.SettlementsApi;
import no.kravbro.reconcile.BookingState;
import no.kravbro.reconcile.DifferenceState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Money: payouts step by step, bookings, and where the two sides do not agree. */
@Controller
class MoneyPages {

    private final SettlementsApi settlements;
    private final PayoutSteps steps;
    private final DifferencesApi differences;
    private final DifferenceActionsApi decisions;

    MoneyPages(
            SettlementsApi settlements, PayoutSteps steps, DifferencesApi differences, DifferenceActionsApi decisions) {
        this.settlements = settlements;
        this.steps = steps;
        this.differences = differences;
        this.decisions = decisions;
    }

    @GetMapping("/settlements")
    String settlements(Query query, Caller caller, Model model) {
        model.addAttribute("settlements", settlements.list(query, caller));
        return "settlements";
    }

    @GetMapping("/settlements/{creditor}/{agency}/{remittance}")
    String settlement(
            @PathVariable String creditor,
            @PathVariable String agency,
            @PathVariable String remittance,
            Caller caller,
            Model model) {
        PayoutSteps.Detail detail = steps.show(creditor, agency, remittance, caller);
        model.addAttribute("detail", detail);
        model.addAttribute("payout", detail.payout());
        return "settlement";
    }

    @GetMapping("/bookings")
    String bookings(Query query, Caller caller, Model model) {
        model.addAttribute("bookings", settlements.bookings(query, caller));
        model.addAttribute("states", BookingState.values());
        return "bookings";
    }

    @GetMapping("/differences")
    String differences(Query query, Caller caller, Model model) {
        model.addAttribute("differences", differences.list(query, caller));
        model.addAttribute("states", DifferenceState.values());
        return "differences";
    }

    @GetMapping("/differences/{id}")
    String difference(@PathVariable long id, Caller caller, Model model) {
        DifferencesApi.Detail detail = differences.show(id, caller);
        model.addAttribute("detail", detail);
        model.addAttribute("steps", DifferenceSteps.of(detail.sides()));
        model.addAttribute("difference", detail.difference());
        return "difference";
    }

    @PostMapping("/differences/{id}/acknowledge")
    String acknowledge(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            Caller caller,
            RedirectAttributes said) {
        decisions.acknowledge(id, note.isBlank() ? "" : Body.write(Map.of("note", note)), caller);
        return back(id, said);
    }

    @PostMapping("/differences/{id}/fixed")
    String fixed(@PathVariable long id, @RequestParam String references, Caller caller, RedirectAttributes said) {
        List<String> vouchers = Stream.of(references.split("[,;\\s]+"))
                .filter(each -> !each.isBlank())
                .toList();
        decisions.fixed(id, Body.write(Map.of("references", vouchers)), caller);
        return back(id, said);
    }

    @PostMapping("/differences/{id}/accept")
    String accept(
            @PathVariable long id,
            @RequestParam String note,
            @RequestParam(defaultValue = "") String until,
            Caller caller,
            RedirectAttributes said) {
        Map<String, String> accepted = new HashMap<>(Map.of("note", note));
        if (!until.isBlank()) {
            accepted.put("until", until);
        }
        decisions.accept(id, Body.write(accepted), caller);
        return back(id, said);
    }

    @PostMapping("/differences/{id}/reread")
    String reread(@PathVariable long id, Caller caller, RedirectAttributes said) {
        decisions.reread(id, caller);
        return back(id, said);
    }

    private static String back(long id, RedirectAttributes said) {
        said.addFlashAttribute("done", "done.difference");
        return "redirect:/differences/" + id;
    }
}
