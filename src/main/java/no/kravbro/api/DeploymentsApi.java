package no.kravbro.api;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.access.Right;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.audit.AuditTrail;
import no.kravbro.audit.Deed;
import no.kravbro.bundle.Applied;
import no.kravbro.bundle.BundleArchive;
import no.kravbro.bundle.BundleDiff;
import no.kravbro.bundle.BundleEffect;
import no.kravbro.bundle.BundlePlan;
import no.kravbro.bundle.BundlePlan.Hindrance;
import no.kravbro.bundle.BundlePlan.Origin;
import no.kravbro.bundle.BundlePlans;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.Deployments;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.Rollout;
import no.kravbro.bundle.Rollouts;
import no.kravbro.bundle.Snapshot;
import no.kravbro.bundle.StoredVersions;
import org.springframework.stereotype.Service;

/** Plans another bundle of routes, applies the plan, goes back. Throws {@link ApiProblem}. */
@Service
public class DeploymentsApi {

    private static final int MOST_ROLLOUTS = 20;
    private static final String TRIPLETEX = "tripletex";

    private final Deployments deployments;
    private final BundlePlans plans;
    private final Rollouts rollouts;
    private final StoredVersions versions;
    private final BundleEffect effect;
    private final AgencyProfiles profiles;
    private final AuditTrail audit;

    DeploymentsApi(
            Deployments deployments,
            BundlePlans plans,
            Rollouts rollouts,
            StoredVersions versions,
            BundleEffect effect,
            AgencyProfiles profiles,
            AuditTrail audit) {
        this.deployments = deployments;
        this.plans = plans;
        this.rollouts = rollouts;
        this.versions = versions;
        this.effect = effect;
        this.profiles = profiles;
        this.audit = audit;
    }

    /**
     * @param hindrance why the caller cannot apply it now, or null
     * @param diff what it changes, or null when one of its bundles is not kept any more
     */
    public record PlanView(
            BundlePlan plan, Hindrance hindrance, BundleDiff diff, List<BundleEffect.Concerned> concerned) {}

    /**
     * @param plans newest first
     * @param hindrances by the id of the plan, for those that the caller cannot apply
     * @param rollouts newest first
     * @param kept bundles that can be gone back to
     */
    public record Overview(
            List<BundlePlan> plans,
            Map<String, Hindrance> hindrances,
            List<Rollout> rollouts,
            List<StoredVersions.Kept> kept) {}

    public Overview overview(Caller caller) {
        caller.needForAll(Right.READ_MACHINE);
        Map<String, Hindrance> hindrances = new HashMap<>();
        List<BundlePlan> all = plans.all();
        all.forEach(plan -> hindrances.put(plan.id(), hindrance(plan, caller)));
        hindrances.values().removeIf(each -> each == null);
        return new Overview(all, hindrances, rollouts.newest(MOST_ROLLOUTS), versions.kept());
    }

    public PlanView plan(String id, Caller caller) {
        caller.needForAll(Right.READ_MACHINE);
        BundlePlan plan = find(id);
        Snapshot before = versions.find(plan.base()).orElse(null);
        Snapshot after = versions.find(plan.version()).orElse(null);
        BundleDiff diff = before == null || after == null ? null : BundleDiff.between(before, after);
        Set<String> targets = new HashSet<>(profiles.ids());
        targets.add(TRIPLETEX);
        return new PlanView(plan, hindrance(plan, caller), diff, diff == null ? List.of() : effect.of(diff, targets));
    }

    /** Checks an archive as {@code make bundle} makes it, keeps it, and plans it. Throws {@link BundleRefused} too. */
    public BundlePlan upload(byte[] archive, Caller caller) {
        caller.needForAll(Right.DEPLOY);
        Act act = Act.of(Deed.ROUTES_PLANNED, "routes", null, null);
        try {
            BundlePlan plan = deployments.plan(BundleArchive.read(archive), Origin.UPLOAD, caller.behind());
            return made(act, plan, caller);
        } catch (BundleRefused refused) {
            audit.record(act.refused(caller, "REFUSED"));
            throw refused;
        }
    }

    /** A plan to run a kept version again. */
    public BundlePlan back(String version, Caller caller) {
        caller.needForAll(Right.DEPLOY);
        BundlePlan plan = deployments
                .back(version, caller.behind())
                .orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "This version is not kept"));
        return made(Act.of(Deed.ROUTES_PLANNED, "routes/" + version, null, null), plan, caller);
    }

    private BundlePlan made(Act act, BundlePlan plan, Caller caller) {
        audit.record(
                new Act(act.deed(), "routes/plans/" + plan.id(), null, null, plan::version).done(caller, plan.base()));
        return plan;
    }

    /** Returns once it runs on this node; otherwise nothing has changed. Throws {@link BundleRefused} too. */
    public void apply(String id, Caller caller) {
        caller.needForAll(Right.DEPLOY);
        BundlePlan plan = find(id);
        Act act = Act.of(Deed.ROUTES_APPLIED, "routes/plans/" + id, null, null).standing(plan::version);
        Applied applied = hindrance(plan, caller) == Hindrance.PROGRAM
                ? new Applied.Hindered(Hindrance.PROGRAM)
                : deployments.apply(plan, caller.behind());
        if (applied instanceof Applied.Hindered hindered) {
            audit.record(act.refused(caller, hindered.why().name()));
            throw ApiProblem.notNow(hindered.why());
        }
        if (applied instanceof Applied.Refused refused) {
            audit.record(act.refused(caller, "REFUSED"));
            throw new BundleRefused(refused.problems());
        }
        audit.record(act.done(caller, plan.base()));
    }

    public void withdraw(String id, Caller caller) {
        caller.needForAll(Right.DEPLOY);
        BundlePlan plan = find(id);
        Act act = Act.of(Deed.ROUTES_WITHDRAWN, "routes/plans/" + id, null, null);
        if (!deployments.withdraw(plan, caller.behind())) {
            audit.record(act.refused(caller, Hindrance.DECIDED.name()));
            throw ApiProblem.notNow(Hindrance.DECIDED);
        }
        audit.record(act.done(caller, plan.version()));
    }

    /** What a check complains about, for a page or a problem. */
    public static List<String> lines(BundleRefused refused) {
        return refused.problems().stream().map(Problem::toString).toList();
    }

    /** A key that acts for nobody may be in the hands of whoever made the plan. */
    private Hindrance hindrance(BundlePlan plan, Caller caller) {
        Hindrance hindrance = deployments.hindrance(plan, caller.behind());
        return hindrance == null && caller.person() == null && deployments.needsSecondPerson(plan)
                ? Hindrance.PROGRAM
                : hindrance;
    }

    private BundlePlan find(String id) {
        return plans.find(id).orElseThrow(() -> new ApiProblem(ApiProblem.Code.NOT_FOUND, "There is no such plan"));
    }
}
