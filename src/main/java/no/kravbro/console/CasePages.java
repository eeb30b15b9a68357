package no.kravbro.console;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.ClaimsApi;
import no.kravbro.api.DisputesApi;
import no.kravbro.api.InstructionsApi;
import no.kravbro.api.PriceAsk;
import no.kravbro.api.WorkListsApi;
import no.kravbro.claim.DisputeOutcome;
import no.kravbro.claim.WithdrawalReason;
import no.kravbro.money.Money;
import no.kravbro.transfer.dispute.DisputeState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people order of the agency that has a claim, and what debtors object to. */
@Controller
class CasePages {

    private static final String AMOUNT = "amountOre";
    private static final String DISPUTES = "/disputes";

    private final ClaimsApi claims;
    private final InstructionsApi instructions;
    private final DisputesApi disputes;
    private final PriceAsk prices;
    private final WorkListsApi work;

    CasePages(
            ClaimsApi claims, InstructionsApi instructions, DisputesApi disputes, PriceAsk prices, WorkListsApi work) {
        this.claims = claims;
        this.instructions = instructions;
        this.disputes = disputes;
        this.prices = prices;
        this.work = work;
    }

    /** Form fields: action, text, day, amount in kroner. */
    @PostMapping("/claims/{key}/instructions")
    String order(
            @PathVariable String key, @RequestParam Map<String, String> form, Caller caller, RedirectAttributes said) {
        instructions.order(key, Body.write(filled(form, "action", "text", "day")), caller);
        return back(key, "done.ordered", said);
    }

    /** First the price, then yes to exactly that price. */
    @GetMapping("/claims/{key}/withdrawal")
    String price(@PathVariable String key, Caller caller, Model model) {
        model.addAttribute("claim", claims.find(key, caller));
        model.addAttribute("price", prices.price(key, caller));
        model.addAttribute("reasons", WithdrawalReason.values());
        return "withdrawal";
    }

    /** @param priceOre the price that was shown; empty where nobody knows it */
    @PostMapping("/claims/{key}/withdrawal")
    String withdraw(
            @PathVariable String key,
            @RequestParam String text,
            @RequestParam WithdrawalReason reason,
            @RequestParam(required = false) Long priceOre,
            Caller caller,
            RedirectAttributes said) {
        Map<String, Object> order = new HashMap<>(Map.of("action", "WITHDRAW", "text", text, "reason", reason.name()));
        if (priceOre != null) {
            order.put("priceOre", priceOre);
        }
        instructions.order(key, Body.write(order), caller);
        return back(key, "done.ordered", said);
    }

    /** Form fields: reason, raisedOn, answerBy, amount in kroner. */
    @PostMapping("/claims/{key}/disputes")
    String raise(
            @PathVariable String key, @RequestParam Map<String, String> form, Caller caller, RedirectAttributes said) {
        disputes.raise(key, Body.write(filled(form, "reason", "raisedOn", "answerBy")), caller);
        return back(key, "done.disputed", said);
    }

    /** All that are open, unless others are asked for. */
    @GetMapping(DISPUTES)
    String disputes(@RequestParam Map<String, String> given, Caller caller, Model model) {
        model.addAttribute("rows", work.disputes(Standing.of(given), caller));
        model.addAttribute("state", Standing.shown(given));
        model.addAttribute("states", DisputeState.values());
        model.addAttribute("outcomes", DisputeOutcome.values());
        return "disputes";
    }

    /** Form fields: outcome, text, amount in kroner, and back to the list it was answered from. */
    @PostMapping("/claims/{key}/disputes/{id}")
    String answer(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam Map<String, String> form,
            Caller caller,
            RedirectAttributes said) {
        disputes.answer(id, Body.write(filled(form, "outcome", "text")), caller);
        return Back.isWithin(form.get("back"), DISPUTES)
                ? Back.done(form.get("back"), DISPUTES, "done.disputeAnswered", said)
                : back(key, "done.disputeAnswered", said);
    }

    /** Only what was filled in; an amount is written in kroner. */
    private static Map<String, Object> filled(Map<String, String> form, String... names) {
        Map<String, Object> filled = new HashMap<>();
        for (String name : names) {
            String value = form.getOrDefault(name, "").strip();
            if (!value.isEmpty()) {
                filled.put(name, value);
            }
        }
        String amount =
                form.getOrDefault("amount", "").replaceAll("[\\s\u00a0]|kr", "").replace(',', '.');
        if (!amount.isEmpty()) {
            filled.put(AMOUNT, ore(amount));
        }
        return filled;
    }

    private static long ore(String amount) {
        try {
            return Money.ore(new BigDecimal(amount));
        } catch (ArithmeticException | NumberFormatException noAmount) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "amount is kroner such as 12500,00");
        }
    }

    private static String back(String key, String done, RedirectAttributes said) {
        said.addFlashAttribute("done", done);
        return "redirect:/claims/" + key;
    }
}
