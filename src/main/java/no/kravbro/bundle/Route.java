package no.kravbro.bundle;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One route of a route file. */
record Route(RouteFile file, YamlNode value) {

    String id() {
        return value.textOf("id");
    }

    int line() {
        return value.line();
    }

    String description() {
        return value.textOf("description");
    }

    String from() {
        return Step.uriOf(value.field("from"));
    }

    List<Step> steps() {
        return Step.listOf(value.field("from").field("steps"));
    }

    /** Every step, those in branches too. */
    List<Step> allSteps() {
        return steps().stream().flatMap(step -> step.all().stream()).toList();
    }

    /** Names of the {@code direct:} ports it calls, sorted. */
    Set<String> calls() {
        Set<String> names = new TreeSet<>();
        for (Step step : allSteps()) {
            String name = portOf(step.uri());
            if (step.leavesTheRoute() && !name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    /** The name of a {@code direct:} port, or empty when the address is something else or is made at run time. */
    static String portOf(String uri) {
        boolean fixed = uri.startsWith("direct:") && !uri.contains("${") && !uri.contains("{{");
        return fixed ? uri.substring("direct:".length()).replaceFirst("\\?.*", "") : "";
    }
}
