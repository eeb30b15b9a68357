package no.kravbro.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.bundle.BundlePlan.Hindrance;
import no.kravbro.bundle.BundlePlan.Origin;
import no.kravbro.bundle.Occasion.Cause;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;

/** Several nodes over one database; what each runs is played. */
abstract class DeploymentsGround extends DatabaseTest {

    static final Duration WATCH = Duration.ofMinutes(5);
    static final Snapshot OLD = bundle("old");
    static final Snapshot NEW = bundle("new");

    final Map<String, TestNode> nodes = new HashMap<>();
    final Map<String, RolloutWatch> watches = new HashMap<>();
    int letters;

    DeploymentsGround(TestDatabases kind) {
        super(kind);
    }

    /** A node that is killed: nothing after it happens in that process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @BeforeEach
    void two() {
        nodes.clear();
        watches.clear();
        versions("a").keep(OLD);
        versions("a").runs(OLD, Occasion.of(Cause.START));
        clock.advance(Duration.ofMinutes(10));
        start("a");
        start("b");
    }

    void apply(Snapshot bundle) {
        BundlePlan plan = deployments("a").plan(bundle, Origin.UPLOAD, "ines");
        assertThat(deployments("a").apply(plan, "odd")).isInstanceOf(Applied.Runs.class);
    }

    Hindrance hindrance(BundlePlan plan, String who) {
        return deployments("a").hindrance(plans().find(plan.id()).orElseThrow(), who);
    }

    void start(String name) {
        TestNode node = new TestNode(versions(name), versions(name).lastGood().orElseThrow());
        nodes.put(name, node);
        watches.put(
                name,
                new RolloutWatch(
                        node, deployments(name), versions(name), plans(), rollouts(), figures(), rules(name), clock));
        watches.get(name).look();
    }

    void look() {
        nodes.keySet().stream().sorted().forEach(this::look);
    }

    void look(String name) {
        watches.get(name).look();
    }

    List<Snapshot> running() {
        return nodes.values().stream().map(TestNode::running).toList();
    }

    Rollout newest() {
        return rollouts().newest().orElseThrow();
    }

    Deployments deployments(String name) {
        return new Deployments(nodes.get(name), versions(name), plans(), rollouts(), figures(), rules(name), clock);
    }

    static Deployments.Rules rules(String name) {
        return new Deployments.Rules(name, true, true, WATCH);
    }

    StoredVersions versions(String name) {
        return new StoredVersions(database.client(), clock, name, "1.2.3");
    }

    BundlePlans plans() {
        return new BundlePlans(database.client(), clock);
    }

    Rollouts rollouts() {
        return new Rollouts(database.client(), clock);
    }

    BundleFigures figures() {
        return new BundleFigures(database.client(), clock);
    }

    void letters(int count) {
        for (int i = 0; i < count; i++) {
            database.client()
                    .sql(
                            "insert into dead_letter (subject, what, amount_ore, cause, owner, fingerprint, may_have_landed,"
                                    + " state, created_at, updated_at) values (:subject, 'SUBMIT_CLAIM', 0, 'NO_DOCUMENT', 'US', 'x',"
                                    + " false, 'OPEN', :now, :now)")
                    .param("subject", "s" + letters++)
                    .param("now", StoredVersions.at(clock.instant()))
                    .update();
        }
    }

    void done(int count) {
        for (int i = 0; i < count; i++) {
            database.client()
                    .sql(
                            "insert into delivery (kind, delivery_key, submission, target, creditor_id, group_key, payload,"
                                    + " amount_ore, state, purpose, created_at, updated_at) values ('SUBMIT_CLAIM', :key, 1, 'ago',"
                                    + " 'nordlys', :key, '{}', 0, 'DONE', 'SEND', :now, :now)")
                    .param("key", "k" + letters++)
                    .param("now", StoredVersions.at(clock.instant()))
                    .update();
        }
    }

    static Snapshot bundle(String content) {
        return new Snapshot(new TreeMap<>(Map.of("ago/agency.yaml", "name: " + content + "\n")));
    }
}
