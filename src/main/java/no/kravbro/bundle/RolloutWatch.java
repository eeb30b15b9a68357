package no.kravbro.bundle;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.kravbro.bundle.BundleFigures.Figures;
import no.kravbro.bundle.Deployments.Rules;
import no.kravbro.bundle.Occasion.Cause;
import no.kravbro.bundle.Rollout.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every node does about changes of the others: follows them, compares what was taken up with what ran before, and ends
 * what a killed node has left open. Not safe for many threads.
 */
public final class RolloutWatch {

    /** After so long the node that began a change does not end it any more. */
    static final Duration LONGEST_TRIAL = Duration.ofMinutes(3);

    private static final Logger LOG = LoggerFactory.getLogger(RolloutWatch.class);

    private final BundleNode node;
    private final Deployments deployments;
    private final StoredVersions versions;
    private final BundlePlans plans;
    private final Rollouts rollouts;
    private final BundleFigures figures;
    private final Rules rules;
    private final Clock machine;
    private long seen = -1;

    public RolloutWatch(
            BundleNode node,
            Deployments deployments,
            StoredVersions versions,
            BundlePlans plans,
            Rollouts rollouts,
            BundleFigures figures,
            Rules rules,
            Clock machine) {
        this.node = node;
        this.deployments = deployments;
        this.versions = versions;
        this.plans = plans;
        this.rollouts = rollouts;
        this.figures = figures;
        this.rules = rules;
        this.machine = machine;
    }

    /** One look. The first also ends what this node had left open when it was killed. */
    public void look() {
        Rollout newest = rollouts.newest().orElse(null);
        if (newest == null) {
            seen = 0;
            return;
        }
        boolean first = seen < 0;
        if (newest.state() == State.TRYING) {
            boolean ours = first && newest.node().equals(rules.node());
            if (ours || machine.instant().isAfter(newest.at().plus(LONGEST_TRIAL))) {
                end(newest);
            }
            return;
        }
        rollouts.running().ifPresent(running -> {
            follow(running, first);
            compare(running);
        });
        seen = newest.id();
    }

    /** The node that was at it has ended. What is written down as running is what it, and all others, start with. */
    private void end(Rollout left) {
        boolean ran = versions.lastGood()
                .filter(good -> good.version().equals(left.version()))
                .isPresent();
        String detail = "The node " + left.node() + " ended in the middle of it";
        if (rollouts.move(left.id(), State.TRYING, ran ? State.WATCHED : State.REFUSED, detail)) {
            LOG.warn(
                    "Roll-out {} of bundle {}: {}; it {}",
                    left.id(),
                    left.version(),
                    detail,
                    ran ? "runs" : "does not run");
            if (left.planId() != null) {
                BundlePlan.State state = ran ? BundlePlan.State.APPLIED : BundlePlan.State.REFUSED;
                plans.decide(left.planId(), state, left.why().who(), ran ? null : detail);
            }
        }
    }

    /** After a start this node runs what ran last; only where the folder decides may that be something else. */
    private void follow(Rollout running, boolean first) {
        boolean same = running.version().equals(node.running().version());
        if (first && (same || !rules.agreed())) {
            rollouts.answer(running.id(), rules.node(), same, same ? null : "The folder of this node decides");
        } else if (first || running.id() > seen) {
            if (running.state() == State.STOPPED && !same) {
                LOG.warn("Bundle {} could not run on another node and is not tried here", running.version());
            } else if (!running.node().equals(rules.node())) {
                follow(running, versions.find(running.version()));
            }
        }
    }

    private void follow(Rollout newest, Optional<Snapshot> bundle) {
        List<Problem> problems = bundle.isEmpty()
                ? List.of(new Problem(newest.version(), 0, "archive", "is not kept any more"))
                : taken(bundle.get(), newest);
        String detail = Deployments.lines(problems);
        rollouts.answer(newest.id(), rules.node(), problems.isEmpty(), detail);
        if (!problems.isEmpty()) {
            LOG.error("Bundle {} runs elsewhere and not here: {}", newest.version(), problems);
            if (!rollouts.move(newest.id(), State.WATCHED, State.STOPPED, detail)) {
                rollouts.move(newest.id(), State.STANDS, State.STOPPED, detail);
            }
        }
    }

    private List<Problem> taken(Snapshot bundle, Rollout newest) {
        return bundle.equals(node.running())
                ? List.of()
                : node.takeUp(bundle, new Occasion(Cause.FOLLOWED, newest.why().who()));
    }

    private void compare(Rollout newest) {
        boolean over = !machine.instant().isBefore(newest.watchUntil());
        if (newest.state() == State.WATCHED && over) {
            rollouts.move(newest.id(), State.WATCHED, State.STANDS, null);
            return;
        }
        boolean watched = newest.state() == State.WATCHED || newest.state() == State.STOPPED;
        boolean here = node.running().version().equals(newest.version());
        // Going back is not undone: what ran before did worse.
        if (over || !watched || !here || newest.why().cause() == Cause.WATCH) {
            return;
        }
        Figures now = figures.since(newest.at(), newest.before().lastLetter());
        if (now.worseThan(newest.before())) {
            goBack(newest, now);
        }
    }

    private void goBack(Rollout newest, Figures now) {
        String detail = now.dead() + " dead letters beside " + now.done() + " that ended well since; before, "
                + newest.before().dead() + " beside " + newest.before().done();
        Optional<Snapshot> base = versions.find(newest.base());
        if (base.isEmpty()) {
            LOG.error(
                    "Bundle {} does worse ({}), and {} is not kept any more", newest.version(), detail, newest.base());
            rollouts.move(newest.id(), newest.state(), State.STANDS, detail);
            return;
        }
        Applied back = deployments.rollOut(base.get(), null, Occasion.of(Cause.WATCH));
        if (back instanceof Applied.Runs) {
            LOG.error("Bundle {} did worse than {} and was left: {}", newest.version(), newest.base(), detail);
            rollouts.move(newest.id(), newest.state(), State.LEFT, detail);
        } else if (back instanceof Applied.Refused refused) {
            LOG.error(
                    "Bundle {} does worse ({}), but {} cannot be taken up: {}",
                    newest.version(),
                    detail,
                    newest.base(),
                    refused);
        }
    }
}
