package no.kravbro.console;

import java.util.List;
import no.kravbro.access.Right;
import no.kravbro.api.Caller;
import no.kravbro.api.DataKeysApi;
import no.kravbro.api.LatelyApi;
import no.kravbro.api.MachineApi;
import no.kravbro.api.StatusApi;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What runs here: deliveries by state and age, jobs, routes, the bundle. */
@Controller
class MachinePage {

    private final StatusApi status;
    private final MachineApi machine;
    private final LatelyApi lately;
    private final DataKeysApi keys;

    MachinePage(StatusApi status, MachineApi machine, LatelyApi lately, DataKeysApi keys) {
        this.status = status;
        this.machine = machine;
        this.lately = lately;
        this.keys = keys;
    }

    @GetMapping("/machine")
    String show(Caller caller, Model model) {
        caller.need(Right.READ_MACHINE);
        List<MachineApi.Load> loads = machine.loads();
        model.addAttribute("status", status.node());
        model.addAttribute("loads", loads);
        List<MachineApi.RouteView> routes = machine.routes();
        model.addAttribute("mostLoad", Bars.largest(loads, MachineApi.Load::count));
        model.addAttribute("oldest", Bars.largest(loads, MachineApi.Load::minutes));
        model.addAttribute("jobs", machine.jobs());
        model.addAttribute("routes", routes);
        model.addAttribute("mostRuns", Bars.largest(routes, MachineApi.RouteView::runs));
        model.addAttribute("nodes", lately.nodes());
        model.addAttribute("errors", lately.errors());
        model.addAttribute("keys", keys.show(caller));
        model.addAttribute("newest", LatelyApi.NEWEST);
        return "machine";
    }
}
