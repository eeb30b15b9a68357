package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import no.kravbro.bundle.Applied;
import no.kravbro.bundle.BundleNode;
import no.kravbro.bundle.BundlePlan;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.bundle.Deployments;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.Snapshot;
import org.apache.camel.CamelContext;

/** Good and bad bundles in random order, applied to the running product while claims and payments flow. */
final class RandomRoutes {

    private final World world;
    private final Random random;
    private final BundleNode node;
    private final Deployments deployments;
    private final List<String> done = new ArrayList<>();

    RandomRoutes(World world, long seed) {
        this.world = world;
        this.random = new Random(seed);
        this.node = world.bean(BundleNode.class);
        this.deployments = world.bean(Deployments.class);
        done.add("seed " + seed);
    }

    /** One way to change a file, and whether it may run. */
    private enum Change {
        COMMENT_IN_MAPPING(true),
        COMMENT_IN_ROUTE(true),
        ANOTHER_DESCRIPTION(true),
        NEW_ROUTE(true),
        BROKEN_YAML(false),
        UNKNOWN_COMPONENT(false),
        FORBIDDEN_COMPONENT(false),
        MISSING_END(false),
        WRONG_MAPPING(false),
        DELETED_ROUTE(false),
        RENAMED_ID(false),
        DOUBLED_ID(false);

        private final boolean good;

        Change(boolean good) {
            this.good = good;
        }
    }

    /** Applies one, and holds what became of it against what had to. */
    void change(int number) {
        Change change = Change.values()[random.nextInt(Change.values().length)];
        Snapshot before = node.running();
        TreeMap<String, String> files = new TreeMap<>(before.files());
        String file = spoil(files, change, number);
        Snapshot wanted = new Snapshot(files);
        done.add(change + " " + file);
        List<Problem> problems = apply(wanted);
        if (change.good) {
            assertThat(problems).as(done.toString()).isEmpty();
            assertThat(node.running()).as(done.toString()).isEqualTo(wanted);
        } else {
            assertThat(problems).as(done.toString()).isNotEmpty();
            boolean gone = change == Change.DELETED_ROUTE;
            assertThat(problems)
                    .as(done.toString())
                    .anyMatch(problem -> !problem.file().isEmpty() && (gone || problem.line() > 0));
            assertThat(node.running()).as(done.toString()).isEqualTo(before);
        }
    }

    /** Back to a bundle, by a plan as people make it. */
    void back(Snapshot bundle) {
        assertThat(apply(bundle)).as(done.toString()).isEmpty();
    }

    /** What is alive in the running context: what a change leaves behind is counted here. */
    List<Integer> alive() {
        CamelContext camel = world.bean(CamelContext.class);
        return List.of(
                camel.getRoutesSize(),
                new TreeSet<>(camel.getRoutes().stream()
                                .map(route -> route.getRouteId())
                                .toList())
                        .size(),
                camel.getEndpoints().size());
    }

    private List<Problem> apply(Snapshot wanted) {
        if (wanted.equals(node.running())) {
            return List.of();
        }
        try {
            BundlePlan plan = deployments.plan(wanted, BundlePlan.Origin.UPLOAD, "inga");
            Applied applied = deployments.apply(plan, "odd");
            assertThat(applied).as(done.toString()).isInstanceOf(Applied.Runs.class);
            return List.of();
        } catch (BundleRefused refused) {
            return refused.problems();
        }
    }

    private String spoil(TreeMap<String, String> files, Change change, int number) {
        String mapping = one(files, ".jslt");
        String route = called(files);
        String text = files.get(route);
        switch (change) {
            case COMMENT_IN_MAPPING -> files.put(mapping, "// change " + number + "\n" + files.get(mapping));
            case COMMENT_IN_ROUTE -> files.put(route, text + "# change " + number + "\n");
            case ANOTHER_DESCRIPTION ->
                files.put(route, text.replaceFirst("(description: .*)", "$1, change " + number));
            case NEW_ROUTE -> {
                String copy = files.get("shared/case.timeline.camel.yaml")
                        .replaceFirst("Called by: .*  Calls", "Called by: nobody.  Calls")
                        .replace("case.timeline", "case.change" + number);
                files.put("shared/case.change" + number + ".camel.yaml", copy);
            }
            case BROKEN_YAML -> files.put(route, text + "  - ][\n");
            case UNKNOWN_COMPONENT -> files.put(route, text.replaceFirst("uri: direct:", "uri: htp:"));
            case FORBIDDEN_COMPONENT -> files.put(route, text.replaceFirst("uri: direct:.*", "uri: exec:rm"));
            case MISSING_END ->
                files.put(
                        route,
                        text.replaceFirst("(uri: )direct:" + id(text) + "(\\s)", "$1direct:nowhere-" + number + "$2"));
            case WRONG_MAPPING -> files.put(mapping, files.get(mapping) + "\n}{");
            case DELETED_ROUTE -> files.remove(route);
            case RENAMED_ID ->
                files.put(route, text.replaceFirst("    id: .*", "    id: " + id(text) + ".change" + number));
            case DOUBLED_ID -> files.put(route.replace(".camel.yaml", "-too.camel.yaml"), text);
        }
        return change == Change.COMMENT_IN_MAPPING || change == Change.WRONG_MAPPING ? mapping : route;
    }

    private static String id(String text) {
        return text.replaceFirst("(?s).*?\n    id: ([^\n]*)\n.*", "$1");
    }

    private String one(TreeMap<String, String> files, String suffix) {
        List<String> some = files.keySet().stream()
                .filter(path -> path.endsWith(suffix) && !path.contains("/lib"))
                .toList();
        return some.get(random.nextInt(some.size()));
    }

    /** A file with one route that another calls by {@code direct:}. */
    private String called(TreeMap<String, String> files) {
        List<String> some = files.keySet().stream()
                .filter(path -> path.endsWith(".camel.yaml"))
                .filter(path -> files.get(path).contains("uri: direct:" + id(files.get(path)) + "\n"))
                .filter(path -> files.get(path).startsWith("# Called by: ")
                        && !files.get(path).startsWith("# Called by: nobody"))
                .toList();
        return some.get(random.nextInt(some.size()));
    }
}
