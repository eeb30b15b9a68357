package no.kravbro.console;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.access.Right;
import no.kravbro.api.Caller;
import no.kravbro.api.CreditLossApi;
import no.kravbro.api.Drafting;
import no.kravbro.api.Query;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Claims whose case ended while something was open, for who books losses. */
@Controller
class LossPages {

    private static final String PATH = "/credit-losses";
    private static final String CREDITOR = "creditorId";

    private final CreditLossApi losses;
    private final Drafting drafting;

    LossPages(CreditLossApi losses, Drafting drafting) {
        this.losses = losses;
        this.drafting = drafting;
    }

    /** Of one creditor; where none is asked for, of the first by name. Parameters: creditorId, from, to. */
    @GetMapping(PATH)
    String show(@RequestParam Map<String, String> given, Caller caller, Model model) {
        caller.need(Right.READ_MONEY);
        List<Drafting.Named> places = drafting.creditors(caller);
        model.addAttribute("places", places);
        String asked = given.getOrDefault(CREDITOR, "");
        String creditor = asked.isBlank() && !places.isEmpty() ? places.get(0).id() : asked;
        model.addAttribute("creditor", creditor);
        model.addAttribute("period", losses.period(period(given)));
        List<CreditLossApi.Loss> found = creditor.isBlank() ? List.of() : losses.list(creditor, period(given), caller);
        model.addAttribute("losses", found);
        model.addAttribute(
                "total", found.stream().mapToLong(CreditLossApi.Loss::lossOre).sum());
        return "credit-losses";
    }

    /** The same for a spreadsheet. */
    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> csv(
            @RequestParam String creditorId, @RequestParam Map<String, String> given, Caller caller) {
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"credit-losses.csv\"")
                .body(losses.csv(creditorId, period(given), caller).getBytes(StandardCharsets.UTF_8));
    }

    private static Query period(Map<String, String> given) {
        Map<String, String> days = new HashMap<>(given);
        days.keySet().retainAll(List.of("from", "to"));
        return Query.of(days);
    }
}
