package no.kravbro.console;

import java.util.List;
import no.kravbro.access.Right;
import no.kravbro.api.Caller;
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

    MachinePage(StatusApi status, MachineApi machine) {
        this.status = status;
        this.machine = machine;
    }

    @GetMapping("/machine")
    String show(Caller caller, Model model) {
        caller.need(Right.READ_MACHINE);
        List<MachineApi.Load> loads = machine.loads();
        model.addAttribute("status", status.node());
        model.addAttribute("loads", loads);
        model.addAttribute("jobs", machine.jobs());
        model.addAttribute("routes", machine.routes());
        return "machine";
    }
}
