package no.kravbro.api;

import java.util.List;
import java.util.function.Supplier;
import no.kravbro.bundle.BundlePlan;
import no.kravbro.bundle.BundlePlan.Hindrance;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.Rollout;
import no.kravbro.bundle.StoredVersions;
import org.springframework.stereotype.Service;

/** {@code /api/v1/routes/plans}: plans another bundle of routes, applies the plan, goes back. Throws {@link ApiProblem}. */
@Service
public class RoutePlansApi {

    private final DeploymentsApi deployments;

    RoutePlansApi(DeploymentsApi deployments) {
        this.deployments = deployments;
    }

    /** @param hindrance why the caller cannot apply it now, or null */
    public record Listed(BundlePlan plan, Hindrance hindrance) {}

    /**
     * @param plans newest first
     * @param rollouts newest first
     * @param kept bundles that can be gone back to
     */
    public record Plans(List<Listed> plans, List<Rollout> rollouts, List<StoredVersions.Kept> kept) {}

    public Plans list(Caller caller) {
        DeploymentsApi.Overview all = deployments.overview(caller);
        return new Plans(
                all.plans().stream()
                        .map(plan -> new Listed(plan, all.hindrances().get(plan.id())))
                        .toList(),
                all.rollouts(),
                all.kept());
    }

    public DeploymentsApi.PlanView show(String id, Caller caller) {
        return deployments.plan(id, caller);
    }

    /** @param archive as {@code make bundle} makes it */
    public DeploymentsApi.PlanView plan(byte[] archive, Caller caller) {
        return show(passing(() -> deployments.upload(archive, caller)).id(), caller);
    }

    public DeploymentsApi.PlanView back(String version, Caller caller) {
        return show(passing(() -> deployments.back(version, caller)).id(), caller);
    }

    /** Answers when it runs on this node. */
    public DeploymentsApi.PlanView apply(String id, Caller caller) {
        return passing(() -> {
            deployments.apply(id, caller);
            return show(id, caller);
        });
    }

    public DeploymentsApi.PlanView withdraw(String id, Caller caller) {
        deployments.withdraw(id, caller);
        return show(id, caller);
    }

    private static <T> T passing(Supplier<T> work) {
        try {
            return work.get();
        } catch (BundleRefused refused) {
            throw ApiProblem.of(refused);
        }
    }
}
