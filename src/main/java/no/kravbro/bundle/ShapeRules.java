package no.kravbro.bundle;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How a route file looks: its name, its first line, its sentence, its size. */
final class ShapeRules {

    private static final int MOST_STEPS = 12;
    private static final Pattern SENTENCE = Pattern.compile("\\p{Lu}[^\\n]{9,119}");
    private static final Pattern THE_WORD_ROUTE = Pattern.compile("(?i)\\broutes?\\b");

    private ShapeRules() {}

    /** File name, route id and {@code direct:} name agree; one route a file, or only configurations. */
    static void place(RouteBundle bundle, Consumer<Problem> report) {
        for (RouteFile file : bundle.files()) {
            int routes = file.routes().size();
            if (routes > 1 || routes + file.configurations().size() == 0) {
                report.accept(new Problem(file.path(), 1, "place", "one route a file, not " + routes));
            }
            if (routes > 0 && !file.configurations().isEmpty()) {
                report.accept(
                        new Problem(file.path(), 1, "place", "a routeConfiguration does not stand beside a route"));
            }
            file.routes().forEach(route -> named(route, report));
        }
    }

    private static void named(Route route, Consumer<Problem> report) {
        String id = route.file().idByPlace();
        if (!route.id().equals(id)) {
            report.accept(
                    problem(route, "place", "the id is '" + route.id() + "' but the file's place asks for " + id));
        }
        if (!route.from().equals("direct:" + id)) {
            report.accept(problem(route, "place", "it must begin from direct:" + id + ", not '" + route.from() + "'"));
        }
    }

    /** {@code # Called by: a, b.  Calls: c.} on the first line. */
    static void firstLine(RouteBundle bundle, Consumer<Problem> report) {
        for (RouteFile file : bundle.files()) {
            if (file.calledBy().isEmpty() || file.calls().isEmpty()) {
                String message = "the first line must read '# Called by: ... .  Calls: ... .'";
                report.accept(new Problem(file.path(), 1, "first-line", message));
            }
        }
    }

    /** One sentence that says what it does, without the word route. */
    static void description(RouteBundle bundle, Consumer<Problem> report) {
        for (Route route : bundle.routes()) {
            String text = route.description();
            boolean oneSentence = SENTENCE.matcher(text).matches() && !text.contains(". ");
            if (!oneSentence || THE_WORD_ROUTE.matcher(text).find()) {
                String message = "one sentence of 10 to 120 letters with a capital, without the word route";
                report.accept(problem(route, "description", message));
            }
        }
    }

    /** At most twelve steps, those in branches counted, and one choice. */
    static void size(RouteBundle bundle, Consumer<Problem> report) {
        for (Route route : bundle.routes()) {
            int steps = route.allSteps().size();
            if (steps == 0 || steps > MOST_STEPS) {
                report.accept(problem(route, "size", steps + " steps; at least 1 and at most " + MOST_STEPS));
            }
            long choices = route.allSteps().stream()
                    .filter(step -> step.kind().equals("choice"))
                    .count();
            if (choices > 1) {
                report.accept(problem(route, "size", "one choice a route; the second is a route of its own"));
            }
        }
    }

    /** Steps that leave the route have an id, so that tests can weave and pages can name them. */
    static void stepIds(RouteBundle bundle, Consumer<Problem> report) {
        for (Route route : bundle.routes()) {
            for (Step step : route.allSteps()) {
                if (step.leavesTheRoute() && step.id().isEmpty()) {
                    report.accept(at(route, step, "step-id", "give this " + step.kind() + " an id"));
                }
            }
        }
    }

    static Problem problem(Route route, String rule, String message) {
        return new Problem(route.file().path(), route.line(), rule, message);
    }

    static Problem at(Route route, Step step, String rule, String message) {
        return new Problem(route.file().path(), step.line(), rule, message);
    }
}
