package no.kravbro.bundle;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How routes hang together: what Camel only notices when a message is lost. */
final class WiringRules {

    private WiringRules() {}

    /** Every {@code direct:} port has exactly one consumer. */
    static void ports(RouteBundle bundle, Consumer<Problem> report) {
        Map<String, Long> consumers = bundle.java().stream()
                .map(route -> Route.portOf(route.from()))
                .collect(Collectors.groupingBy(port -> port, Collectors.counting()));
        for (Route route : bundle.routes()) {
            if (consumers.merge(Route.portOf(route.from()), 1L, Long::sum) > 1) {
                report.accept(ShapeRules.problem(route, "port", route.from() + " has another consumer already"));
            }
        }
        for (Route route : bundle.routes()) {
            for (Step step : route.allSteps()) {
                String port = Route.portOf(step.uri());
                if (!port.isEmpty() && !consumers.containsKey(port)) {
                    report.accept(ShapeRules.at(route, step, "port", "nothing consumes direct:" + port));
                }
            }
        }
        bundle.java().forEach(route -> called(route, consumers.keySet(), report));
        for (RouteFile file : bundle.files()) {
            file.configurations().forEach(value -> deadLetters(file, value, consumers.keySet(), report));
        }
    }

    /** What is called from Java by its name must be there; nobody would miss it before it is needed. */
    private static void called(JavaRoute caller, Set<String> ports, Consumer<Problem> report) {
        for (String port : caller.calls()) {
            if (!port.startsWith("*.") && !ports.contains(port)) {
                String message = "nothing consumes direct:" + port + ", which " + caller.id() + " calls";
                report.accept(new Problem(place(port), 0, "port", message));
            }
        }
    }

    /** Where the route of this port belongs: below the folder it names, or in the shared one. */
    private static String place(String port) {
        boolean tripletex = port.startsWith("tripletex.");
        String path = tripletex ? port.replaceFirst("\\.", "/") : "shared/" + port;
        return path + RouteFile.SUFFIX;
    }

    private static void deadLetters(RouteFile file, YamlNode value, Set<String> ports, Consumer<Problem> report) {
        YamlNode channel = value.field("errorHandler").field("deadLetterChannel");
        String port = Route.portOf(channel.textOf("deadLetterUri"));
        if (!port.isEmpty() && !ports.contains(port)) {
            report.accept(new Problem(file.path(), channel.line(), "port", "nothing consumes direct:" + port));
        }
    }

    /** Camel ignores a configuration that it does not know, and then nothing handles failures. */
    static void configurations(RouteBundle bundle, Consumer<Problem> report) {
        for (Route route : bundle.routes()) {
            String id = route.value().textOf("routeConfigurationId");
            if (!bundle.configurationIds().contains(id)) {
                String message = "routeConfigurationId '" + id + "' must be one of " + bundle.configurationIds();
                report.accept(ShapeRules.problem(route, "configuration", message));
            }
        }
    }

    /** Of two routes with one id the second silently replaces the first; two steps with one id stop the start. */
    static void uniqueIds(RouteBundle bundle, Consumer<Problem> report) {
        Map<String, String> owners = new HashMap<>();
        bundle.java().forEach(route -> owners.put(route.id(), "Java"));
        for (Route route : bundle.routes()) {
            claim(owners, route.id(), route, route.line(), report);
            for (Step step : route.allSteps()) {
                if (!step.id().isEmpty()) {
                    claim(owners, step.id(), route, step.line(), report);
                }
            }
        }
    }

    private static void claim(Map<String, String> owners, String id, Route route, int line, Consumer<Problem> report) {
        String path = route.file().path();
        String owner = owners.putIfAbsent(id, path);
        if (owner != null) {
            report.accept(new Problem(path, line, "unique-id", "id '" + id + "' is taken by " + owner));
        }
    }

    /** The first line tells the truth about callers and calls. */
    static void comments(RouteBundle bundle, Consumer<Problem> report) {
        Set<String> known = bundle.routes().stream().map(Route::id).collect(Collectors.toSet());
        bundle.java().forEach(route -> known.add(route.id()));
        for (Route route : bundle.routes()) {
            agree(route, "Called by", route.file().calledBy(), bundle.callersOf(route.id()), known, report);
            agree(route, "Calls", route.file().calls(), route.calls(), known, report);
        }
    }

    private static void agree(
            Route route, String what, String comment, Set<String> real, Set<String> known, Consumer<Problem> report) {
        for (String id : known) {
            boolean named = Pattern.compile("(?<![\\w.-])" + Pattern.quote(id) + "(?![\\w-]|\\.\\w)")
                    .matcher(comment)
                    .find();
            if (named != real.contains(id)) {
                String message = "'" + what + "' " + (named ? "names " : "does not name ") + id;
                report.accept(new Problem(route.file().path(), 1, "comment", message));
            }
        }
    }
}
