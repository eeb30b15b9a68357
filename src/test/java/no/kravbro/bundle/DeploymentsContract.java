package no.kravbro.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.bundle.BundlePlan.Hindrance;
import no.kravbro.bundle.BundlePlan.Origin;
import no.kravbro.bundle.BundlePlan.State;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans, roll-outs, the comparing and the end of killed nodes. */
abstract class DeploymentsContract extends DeploymentsGround {

    DeploymentsContract(TestDatabases kind) {
        super(kind);
    }

    @Test
    void nothingRunsBeforeSomebodyAppliesThePlanAndThenAllNodesFollow() {
        BundlePlan plan = deployments("a").plan(NEW, Origin.UPLOAD, "ines");
        assertThat(plan.base()).isEqualTo(OLD.version());
        look();
        assertThat(running()).containsOnly(OLD);
        assertThat(deployments("b").apply(plan, "odd")).isInstanceOf(Applied.Runs.class);
        assertThat(nodes.get("a").running()).isEqualTo(OLD);
        look();
        assertThat(running()).containsOnly(NEW);
        assertThat(nodes.get("b").tookUp).containsExactly("PLAN odd");
        assertThat(nodes.get("a").tookUp).containsExactly("FOLLOWED odd");
        assertThat(newest().answers())
                .extracting(Rollout.Answer::node, Rollout.Answer::took)
                .containsExactlyInAnyOrder(tuple("a", true), tuple("b", true));
        assertThat(plans().find(plan.id()).orElseThrow())
                .extracting(BundlePlan::state, BundlePlan::decidedBy)
                .containsExactly(State.APPLIED, "odd");
        look();
        assertThat(nodes.get("a").tookUp).as("once").hasSize(1);
    }

    @Test
    void whatDoesNotPassIsNotEvenPlanned() {
        Snapshot faulty = new Snapshot(new TreeMap<>(Map.of("faulty.yaml", "{")));
        assertThatThrownBy(() -> deployments("a").plan(faulty, Origin.UPLOAD, "ines"))
                .isInstanceOf(BundleRefused.class)
                .hasMessageContaining("faulty.yaml:3");
        assertThat(plans().all()).isEmpty();
        assertThat(versions("a").trials().get(0).who()).isEqualTo("ines");
    }

    @Test
    void aPlanIsOnlyAppliedWhileWhatItWasMadeOnRuns() {
        BundlePlan first = deployments("a").plan(NEW, Origin.UPLOAD, "ines");
        BundlePlan second = deployments("a").plan(bundle("other"), Origin.UPLOAD, "ines");
        assertThat(hindrance(first, "ines")).isEqualTo(Hindrance.OWN);
        deployments("a").apply(first, "odd");
        assertThat(hindrance(first, "odd")).isEqualTo(Hindrance.DECIDED);
        assertThat(hindrance(second, "odd")).isEqualTo(Hindrance.STALE);
        BundlePlan third = deployments("a").plan(bundle("third"), Origin.UPLOAD, "ines");
        clock.advance(BundlePlans.LASTS);
        assertThat(hindrance(third, "odd")).isEqualTo(Hindrance.EXPIRED);
        assertThat(deployments("a").apply(third, "odd")).isEqualTo(new Applied.Hindered(Hindrance.EXPIRED));
        BundlePlan fourth = deployments("a").plan(bundle("fourth"), Origin.UPLOAD, "ines");
        assertThat(deployments("a").withdraw(fourth, "ines")).isTrue();
        assertThat(deployments("a").withdraw(fourth, "odd")).isFalse();
        assertThat(hindrance(fourth, "odd")).isEqualTo(Hindrance.DECIDED);
        BundlePlan fifth = deployments("a").plan(bundle("fifth"), Origin.UPLOAD, "ines");
        database.client()
                .sql("delete from bundle_version where version = :version")
                .param("version", fifth.version())
                .update();
        assertThat(deployments("a").apply(fifth, "odd")).isEqualTo(new Applied.Hindered(Hindrance.FORGOTTEN));
        assertThat(nodes.get("a").running()).isEqualTo(NEW);
    }

    @Test
    void onlyOneIsUnderWayAtATime() {
        BundlePlan plan = deployments("a").plan(NEW, Origin.UPLOAD, "ines");
        BundlePlan other = deployments("b").plan(bundle("other"), Origin.UPLOAD, "ines");
        nodes.get("a").beforeRunning = snapshot ->
                assertThat(deployments("b").apply(other, "kari")).isEqualTo(new Applied.Hindered(Hindrance.BUSY));
        assertThat(deployments("a").apply(plan, "odd")).isInstanceOf(Applied.Runs.class);
        look();
        assertThat(running()).containsOnly(NEW);
    }

    @Test
    void aNodeThatCannotStopsTheRollOut() {
        start("c");
        nodes.get("b").unable = List.of(new Problem("ago/x.yaml", 7, "take-up", "port taken"));
        apply(NEW);
        watches.get("b").look();
        watches.get("c").look();
        assertThat(nodes.get("c").running()).isEqualTo(OLD);
        assertThat(nodes.get("c").tookUp).as("not even tried").isEmpty();
        assertThat(newest().state()).isEqualTo(Rollout.State.STOPPED);
        assertThat(newest().isSplit()).isTrue();
        assertThat(newest().detail()).contains("ago/x.yaml:7").contains("port taken");
        nodes.get("b").unable = List.of();
        deployments("a").apply(deployments("a").back(OLD.version(), "ines").orElseThrow(), "ines");
        look();
        assertThat(running()).containsOnly(OLD);
    }

    @Test
    void whatTheFirstNodeCannotTakeUpChangesNothing() {
        nodes.get("a").unable = List.of(new Problem("ago/x.yaml", 7, "take-up", "port taken"));
        BundlePlan plan = deployments("a").plan(NEW, Origin.UPLOAD, "ines");
        assertThat(deployments("a").apply(plan, "odd")).isInstanceOf(Applied.Refused.class);
        look();
        assertThat(running()).containsOnly(OLD);
        assertThat(plans().find(plan.id()).orElseThrow())
                .extracting(BundlePlan::state, BundlePlan::detail)
                .containsExactly(State.REFUSED, "ago/x.yaml:7: take-up: port taken");
        assertThat(newest().state()).isEqualTo(Rollout.State.REFUSED);
    }

    @Test
    void whatDoesWorseIsLeftByAllNodes() {
        letters(1);
        done(10);
        clock.advance(Duration.ofMinutes(1));
        apply(NEW);
        letters(2);
        look();
        assertThat(running()).containsOnly(NEW);
        letters(1);
        look();
        look();
        assertThat(running()).containsOnly(OLD);
        assertThat(nodes.get("a").tookUp).contains("WATCH kravbro");
        assertThat(rollouts().newest(2))
                .extracting(Rollout::state)
                .containsExactly(Rollout.State.WATCHED, Rollout.State.LEFT);
        letters(9);
        look();
        assertThat(running()).as("going back is not undone").containsOnly(OLD);
        clock.advance(WATCH);
        look();
        assertThat(newest().state()).isEqualTo(Rollout.State.STANDS);
    }

    /** Where the folder decides, it may run something else by now. */
    @Test
    void whatDoesNotRunAnyMoreIsNotLeft() {
        apply(NEW);
        look();
        Snapshot other = bundle("of the folder");
        nodes.values().forEach(node -> node.takeUp(other, Occasion.of(Occasion.Cause.FOLDER)));
        letters(9);
        look();
        assertThat(running()).containsOnly(other);
    }

    @Test
    void whatDoesNoWorseStands() {
        letters(5);
        done(10);
        apply(NEW);
        letters(9);
        done(10);
        look();
        assertThat(running()).containsOnly(NEW);
        clock.advance(WATCH);
        letters(99);
        look();
        assertThat(newest().state()).isEqualTo(Rollout.State.STANDS);
        assertThat(running()).containsOnly(NEW);
    }

    /** Before or after it is written down as running: the next start runs one of the two whole, and the others do the same. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKilledNodeLeavesOldOrNew(boolean written) {
        BundlePlan plan = deployments("a").plan(NEW, Origin.UPLOAD, "ines");
        TestNode node = nodes.get("a");
        if (written) {
            node.afterRunning = snapshot -> {
                throw new Killed();
            };
        } else {
            node.beforeRunning = snapshot -> {
                throw new Killed();
            };
        }
        assertThatThrownBy(() -> deployments("a").apply(plan, "odd")).isInstanceOf(Killed.class);
        look("b");
        assertThat(nodes.get("b").running()).as("nobody knows yet").isEqualTo(OLD);
        start("a");
        look();
        look();
        assertThat(running()).containsOnly(written ? NEW : OLD);
        assertThat(plans().find(plan.id()).orElseThrow().state()).isEqualTo(written ? State.APPLIED : State.REFUSED);
        BundlePlan next = deployments("a").plan(bundle("next"), Origin.UPLOAD, "ines");
        assertThat(deployments("a").apply(next, "odd")).isInstanceOf(Applied.Runs.class);
    }

    @Test
    void aNodeThatNeverComesBackIsEndedByTheOthers() {
        BundlePlan plan = deployments("a").plan(NEW, Origin.UPLOAD, "ines");
        nodes.get("a").afterRunning = snapshot -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> deployments("a").apply(plan, "odd")).isInstanceOf(Killed.class);
        look("b");
        clock.advance(RolloutWatch.LONGEST_TRIAL.plusSeconds(1));
        look("b");
        look("b");
        assertThat(nodes.get("b").running())
                .as("it was written down as running")
                .isEqualTo(NEW);
    }

    @Test
    void theSameChangeIsPlannedOnce() {
        assertThat(deployments("a").plan(NEW, Origin.FOLDER, Occasion.BY_ITSELF).id())
                .isEqualTo(deployments("b")
                        .plan(NEW, Origin.FOLDER, Occasion.BY_ITSELF)
                        .id());
        assertThat(deployments("a").back("nowhere", "ines")).isEmpty();
    }
}
