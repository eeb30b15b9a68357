package no.kravbro.console;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.Drafting;
import no.kravbro.api.HandOverApi;
import no.kravbro.api.Query;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Invoices that wait for somebody to hand them over: looked at, then handed over as they were shown, or kept back. */
@Controller
class DraftPages {

    private static final String PATH = "/drafts";
    private static final String CREDITOR = "creditorId";

    private final HandOverApi handOver;
    private final Drafting drafting;

    DraftPages(HandOverApi handOver, Drafting drafting) {
        this.handOver = handOver;
        this.drafting = drafting;
    }

    /** Of one creditor; where none is asked for, of the first who approves. */
    @GetMapping(PATH)
    String list(@RequestParam Map<String, String> given, Caller caller, Model model) {
        List<Drafting.Place> places = drafting.places(caller);
        model.addAttribute("places", places);
        String asked = given.getOrDefault(CREDITOR, "");
        Drafting.Place place = asked.isBlank() ? Drafting.first(places) : drafting.place(asked, caller);
        model.addAttribute("place", place);
        if (place != null) {
            Map<String, String> query = new HashMap<>(given);
            query.keySet().retainAll(List.of("after", "size"));
            model.addAttribute("drafts", handOver.drafts(place.id(), Query.of(query), caller));
        }
        return "drafts";
    }

    /** From what is ticked to the address of the look at it. */
    @PostMapping(PATH + "/look")
    String look(
            @RequestParam String creditorId,
            @RequestParam(defaultValue = "") List<String> invoices,
            @RequestParam(defaultValue = "") String takeover,
            @RequestParam(required = false) String back,
            RedirectAttributes said) {
        if (invoices.isEmpty()) {
            said.addFlashAttribute("warn", "worklist.none");
            return Back.to(back, PATH);
        }
        return "redirect:"
                + UriComponentsBuilder.fromPath(PATH + "/look")
                        .queryParam(CREDITOR, "{creditor}")
                        .queryParam("takeover", "{takeover}")
                        .queryParam("invoices", "{invoices}")
                        .encode()
                        .buildAndExpand(creditorId, takeover, String.join(",", invoices))
                        .toUriString();
    }

    @GetMapping(PATH + "/look")
    String look(
            @RequestParam String creditorId,
            @RequestParam List<String> invoices,
            @RequestParam(defaultValue = "") String takeover,
            Caller caller,
            Model model) {
        Map<String, Object> wanted = new HashMap<>(Map.of("invoices", invoices));
        if (!takeover.isBlank()) {
            wanted.put("takeover", takeover);
        }
        List<HandOverApi.LineView> lines = handOver.preview(creditorId, Body.write(wanted), caller);
        List<HandOverApi.LineView> ready =
                lines.stream().filter(HandOverApi.LineView::ready).toList();
        model.addAttribute("place", drafting.place(creditorId, caller));
        model.addAttribute("ready", ready);
        model.addAttribute("held", lines.stream().filter(each -> !each.ready()).toList());
        model.addAttribute(
                "openOre",
                ready.stream().mapToLong(HandOverApi.LineView::openOre).sum());
        model.addAttribute("takeover", takeover);
        return "drafts-look";
    }

    /** @param lines invoice id and what it was shown as, with a colon between */
    @PostMapping(PATH + "/hand-over")
    String handOver(
            @RequestParam String creditorId,
            @RequestParam List<String> lines,
            @RequestParam(defaultValue = "") String takeover,
            Caller caller,
            RedirectAttributes said) {
        List<Map<String, Object>> chosen = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1 || !line.substring(0, colon).matches("[0-9]{1,18}")) {
                throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "lines are an id and a hash");
            }
            Map<String, Object> one = new HashMap<>();
            one.put("invoiceId", Long.valueOf(line.substring(0, colon)));
            one.put("content", line.substring(colon + 1));
            one.put("takeover", takeover.isBlank() ? null : takeover);
            chosen.add(one);
        }
        said.addFlashAttribute("handed", handOver.handOver(creditorId, Body.write(Map.of("lines", chosen)), caller));
        return "redirect:" + address(creditorId);
    }

    /** @param until first day on which they may go again; empty = until somebody lifts it */
    @PostMapping(PATH + "/reject")
    String reject(
            @RequestParam String creditorId,
            @RequestParam(defaultValue = "") List<String> invoices,
            @RequestParam String reason,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) String back,
            Caller caller,
            RedirectAttributes said) {
        if (invoices.isEmpty()) {
            said.addFlashAttribute("warn", "worklist.none");
            return Back.to(back, PATH);
        }
        Map<String, Object> rejected = new HashMap<>(Map.of("invoices", invoices, "reason", reason));
        if (!until.isBlank()) {
            rejected.put("until", until);
        }
        handOver.reject(creditorId, Body.write(rejected), caller);
        return Back.done(back, PATH, "done.keptBack", said);
    }

    private static String address(String creditorId) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam(CREDITOR, "{creditor}")
                .encode()
                .buildAndExpand(creditorId)
                .toUriString();
    }
}
