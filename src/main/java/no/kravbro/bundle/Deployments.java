package no.kravbro.bundle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kravbro.bundle.BundlePlan.Hindrance;
import no.kravbro.bundle.BundlePlan.Origin;
import no.kravbro.bundle.Occasion.Cause;
import no.kravbro.bundle.Rollout.State;

/**
 * Changes what runs, as people wish: a bundle is kept and planned, applied on this node, and then followed by the others. Whatever
 * fails on the way leaves running what ran.
 */
public final class Deployments {

    private final BundleNode node;
    private final StoredVersions versions;
    private final BundlePlans plans;
    private final Rollouts rollouts;
    private final BundleFigures figures;
    private final Rules rules;
    private final Clock machine;

    public Deployments(
            BundleNode node,
            StoredVersions versions,
            BundlePlans plans,
            Rollouts rollouts,
            BundleFigures figures,
            Rules rules,
            Clock machine) {
        this.node = node;
        this.versions = versions;
        this.plans = plans;
        this.rollouts = rollouts;
        this.figures = figures;
        this.rules = rules;
        this.machine = machine;
    }

    /**
     * @param node name of this process
     * @param agreed whether people say what runs; else the folder does
     * @param fourEyes whether a plan is applied by somebody else than who made it
     * @param watch how long what was taken up is compared with what ran before
     */
    public record Rules(String node, boolean agreed, boolean fourEyes, Duration watch) {}

    /** Checks it, keeps it and plans it; nothing runs yet. Throws {@link BundleRefused} when it does not pass. */
    public BundlePlan plan(Snapshot wanted, Origin origin, String who) {
        List<Problem> problems = node.check(wanted);
        if (!problems.isEmpty()) {
            versions.refused(wanted, new Occasion(Cause.PLAN, who), problems);
            throw new BundleRefused(problems);
        }
        String base = node.running().version();
        versions.keep(wanted);
        return plans.open(base, wanted.version())
                .filter(open -> open.madeBy().equals(who))
                .orElseGet(() -> plans.make(base, wanted.version(), origin, who));
    }

    /** A plan to run a kept version again; empty when it is not kept. */
    public Optional<BundlePlan> back(String version, String who) {
        return versions.find(version).map(kept -> plan(kept, Origin.ROLL_BACK, who));
    }

    /** Why this person cannot apply it now, or null. */
    public Hindrance hindrance(BundlePlan plan, String who) {
        return plan.hindrance(node.running().version(), who, needsSecondPerson(plan), machine.instant());
    }

    public boolean needsSecondPerson(BundlePlan plan) {
        return rules.fourEyes() && plan.origin() != Origin.ROLL_BACK;
    }

    /** Returns once it is settled on this node. */
    public Applied apply(BundlePlan plan, String who) {
        Hindrance hindrance = hindrance(plan, who);
        if (hindrance != null) {
            return new Applied.Hindered(hindrance);
        }
        Optional<Snapshot> wanted = versions.find(plan.version());
        if (wanted.isEmpty()) {
            return new Applied.Hindered(Hindrance.FORGOTTEN);
        }
        Applied applied = rollOut(wanted.get(), plan.id(), new Occasion(Cause.PLAN, who));
        if (applied instanceof Applied.Runs) {
            plans.decide(plan.id(), BundlePlan.State.APPLIED, who, null);
        } else if (applied instanceof Applied.Refused refused) {
            plans.decide(plan.id(), BundlePlan.State.REFUSED, who, lines(refused.problems()));
        }
        return applied;
    }

    /** False when it was decided already. */
    public boolean withdraw(BundlePlan plan, String who) {
        return plans.decide(plan.id(), BundlePlan.State.WITHDRAWN, who, null);
    }

    /** Takes it up here, and tells the others to follow. */
    Applied rollOut(Snapshot wanted, String planId, Occasion why) {
        long follows = rollouts.newest().map(Rollout::id).orElse(0L);
        if (rollouts.newest().filter(each -> each.state() == State.TRYING).isPresent()) {
            return new Applied.Hindered(Hindrance.BUSY);
        }
        Optional<Long> begun = rollouts.begin(
                follows,
                planId,
                node.running().version(),
                wanted.version(),
                why,
                rules.node(),
                rules.watch(),
                figures.lately(rules.watch()));
        if (begun.isEmpty()) {
            return new Applied.Hindered(Hindrance.BUSY);
        }
        List<Problem> problems = node.takeUp(wanted, why);
        rollouts.answer(begun.get(), rules.node(), problems.isEmpty(), lines(problems));
        if (!problems.isEmpty()) {
            rollouts.move(begun.get(), State.TRYING, State.REFUSED, lines(problems));
            return new Applied.Refused(problems);
        }
        rollouts.move(begun.get(), State.TRYING, State.WATCHED, null);
        return new Applied.Runs(begun.get());
    }

    static String lines(List<Problem> problems) {
        return problems.isEmpty()
                ? null
                : problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
