package no.kravbro.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Body;
import no.kravbro.api.Caller;
import no.kravbro.api.CollectionListApi;
import no.kravbro.api.WorkListsApi;
import no.kravbro.transfer.list.ListItem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What goes to collection at the next cut-off unless somebody says no. */
@Controller
class CollectionListPage {

    private static final String PATH = "/collection-list";

    private final WorkListsApi work;
    private final CollectionListApi lists;

    CollectionListPage(WorkListsApi work, CollectionListApi lists) {
        this.work = work;
        this.lists = lists;
    }

    @GetMapping(PATH)
    String show(@RequestParam Map<String, String> given, Caller caller, Model model) {
        model.addAttribute("rows", work.collectionList(Standing.of(given), caller));
        model.addAttribute("state", Standing.shown(given));
        model.addAttribute("states", ListItem.State.values());
        return "collection-list";
    }

    /** @param items creditor and id, with a slash between; none is no */
    @PostMapping(PATH + "/reject")
    String reject(
            @RequestParam(defaultValue = "") List<String> items,
            @RequestParam String reason,
            @RequestParam(required = false) String back,
            Caller caller,
            RedirectAttributes said) {
        if (items.isEmpty()) {
            said.addFlashAttribute("warn", "worklist.none");
            return Back.to(back, PATH);
        }
        List<CollectionListApi.View> refused = new ArrayList<>();
        byCreditor(items)
                .forEach((creditor, ids) -> refused.addAll(
                        lists.reject(creditor, Body.write(Map.of("items", ids, "reason", reason)), caller).stream()
                                .filter(each -> each.refused() != null)
                                .toList()));
        if (!refused.isEmpty()) {
            said.addFlashAttribute("refused", refused);
        }
        if (refused.size() < items.size()) {
            said.addFlashAttribute("done", "done.listRejected");
        }
        return Back.to(back, PATH);
    }

    private static Map<String, List<Long>> byCreditor(List<String> items) {
        Map<String, List<Long>> chosen = new LinkedHashMap<>();
        for (String item : items) {
            int slash = item.lastIndexOf('/');
            if (slash < 1 || !item.substring(slash + 1).matches("[0-9]{1,18}")) {
                throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "items are a creditor and a number");
            }
            chosen.computeIfAbsent(item.substring(0, slash), each -> new ArrayList<>())
                    .add(Long.valueOf(item.substring(slash + 1)));
        }
        return chosen;
    }
}
