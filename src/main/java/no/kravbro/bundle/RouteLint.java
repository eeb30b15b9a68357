package no.kravbro.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a routes directory like a strict reviewer: what Camel would take without a word but must not run. Reads files
 * only, starts nothing. The rules stand in the classes named {@code *Rules}.
 */
public final class RouteLint {

    private static final List<Rule> RULES = List.of(
            ShapeRules::place,
            ShapeRules::firstLine,
            ShapeRules::description,
            ShapeRules::size,
            ShapeRules::stepIds,
            NotationRules::compact,
            NotationRules::schema,
            StepRules::code,
            StepRules::components,
            StepRules::outside,
            StepRules::log,
            StepRules::amounts,
            StepRules::headers,
            ReachRules::hosts,
            ReachRules::beans,
            ReachRules::functions,
            ReachRules::steering,
            WiringRules::ports,
            WiringRules::configurations,
            WiringRules::uniqueIds,
            WiringRules::comments,
            DocumentRules::mappings,
            DocumentRules::arithmetic,
            DocumentRules::reach,
            DocumentRules::profiles);

    private final List<JavaRoute> java;

    /** @param java the routes written in Java that live beside the files */
    public RouteLint(List<JavaRoute> java) {
        this.java = List.copyOf(java);
    }

    /** All problems of the directory, by file and line; empty when it may run. */
    public List<Problem> check(Path directory) {
        List<Problem> problems = new ArrayList<>();
        RouteBundle bundle = RouteBundle.read(directory, java, problems);
        if (problems.isEmpty()) {
            // What cannot be read would only bring more complaints, about every file that leans on it.
            RULES.forEach(rule -> rule.check(bundle, problems::add));
        }
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file)
                        .thenComparing(Problem::line)
                        .thenComparing(Problem::rule))
                .toList();
    }
}
