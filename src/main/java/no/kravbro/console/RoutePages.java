package no.kravbro.console;

import java.io.IOException;
import java.util.List;
import no.kravbro.api.ApiProblem;
import no.kravbro.api.Caller;
import no.kravbro.api.DeploymentsApi;
import no.kravbro.api.RoutesApi;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.Deployments;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which routes run, on which nodes; what is planned, and going back. */
@Controller
class RoutePages {

    private static final String HOME = "redirect:/routes";

    private final RoutesApi routes;
    private final DeploymentsApi deployments;
    private final Deployments.Rules rules;

    RoutePages(RoutesApi routes, DeploymentsApi deployments, Deployments.Rules rules) {
        this.routes = routes;
        this.deployments = deployments;
        this.rules = rules;
    }

    @GetMapping("/routes")
    String routes(Caller caller, Model model) {
        model.addAttribute("versions", routes.versions(caller));
        model.addAttribute("overview", deployments.overview(caller));
        model.addAttribute("rules", rules);
        return "routes";
    }

    @GetMapping("/routes/plans/{id}")
    String plan(@PathVariable String id, Caller caller, Model model) {
        model.addAttribute("view", deployments.plan(id, caller));
        model.addAttribute("rules", rules);
        return "route-plan";
    }

    @PostMapping("/routes/plans")
    String upload(@RequestParam MultipartFile archive, Caller caller, RedirectAttributes said) throws IOException {
        byte[] content = archive.getBytes();
        return planned(() -> deployments.upload(content, caller).id(), said);
    }

    @PostMapping("/routes/versions/{version}/back")
    String back(@PathVariable String version, Caller caller, RedirectAttributes said) {
        return planned(() -> deployments.back(version, caller).id(), said);
    }

    /** Answers when it is settled here. */
    @PostMapping("/routes/plans/{id}/apply")
    String apply(@PathVariable String id, Caller caller, RedirectAttributes said) {
        try {
            deployments.apply(id, caller);
            said.addFlashAttribute("done", "done.routes");
            return HOME;
        } catch (BundleRefused refused) {
            return refused(DeploymentsApi.lines(refused), said);
        }
    }

    @PostMapping("/routes/plans/{id}/withdraw")
    String withdraw(@PathVariable String id, Caller caller, RedirectAttributes said) {
        deployments.withdraw(id, caller);
        said.addFlashAttribute("done", "done.planWithdrawn");
        return HOME;
    }

    /** Makes a plan, and gives its number. Throws {@link BundleRefused} and {@link ApiProblem}. */
    private interface Making {
        String plan();
    }

    private static String planned(Making making, RedirectAttributes said) {
        try {
            return HOME + "/plans/" + making.plan();
        } catch (BundleRefused refused) {
            return refused(DeploymentsApi.lines(refused), said);
        }
    }

    private static String refused(List<String> lines, RedirectAttributes said) {
        said.addFlashAttribute("complaints", lines);
        return HOME;
    }
}
