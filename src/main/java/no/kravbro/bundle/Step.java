package no.kravbro.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One step of a route: what kind, its fields, and the branches it holds (each a list of steps).
 *
 * @param kind the name of the step in the YAML, for example {@code to}
 */
record Step(String kind, YamlNode value, int line, List<List<Step>> branches) {

    private static final Set<String> OUTGOING = Set.of(
            "to", "toD", "wireTap", "enrich", "pollEnrich", "poll", "recipientList", "routingSlip", "dynamicRouter");

    /** The steps of a {@code steps} list. */
    static List<Step> listOf(YamlNode steps) {
        List<Step> found = new ArrayList<>();
        for (YamlNode item : steps.items()) {
            item.fields().forEach((kind, value) -> found.add(new Step(kind, value, value.line(), branchesOf(value))));
        }
        return List.copyOf(found);
    }

    /** This step and all below it, in the order of the file. */
    List<Step> all() {
        List<Step> found = new ArrayList<>();
        found.add(this);
        branches.forEach(branch -> branch.forEach(step -> found.addAll(step.all())));
        return found;
    }

    boolean leavesTheRoute() {
        return OUTGOING.contains(kind);
    }

    /** Where it goes, with a name or path that stands among the parameters put in its place; empty if it goes nowhere. */
    String uri() {
        return uriOf(value);
    }

    String id() {
        return value.textOf("id");
    }

    static String uriOf(YamlNode value) {
        String uri = value.isScalar() ? value.text() : value.textOf("uri");
        String name = value.field("parameters").textOf("name");
        return uri.equals("direct") && !name.isEmpty() ? "direct:" + name : uri;
    }

    private static List<List<Step>> branchesOf(YamlNode value) {
        List<List<Step>> found = new ArrayList<>();
        value.fields().forEach((name, field) -> {
            if (name.equals("steps")) {
                found.add(listOf(field));
            } else {
                found.addAll(branchesOf(field));
            }
        });
        value.items().forEach(item -> found.addAll(branchesOf(item)));
        return found;
    }
}
