package no.kravbro.bundle;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.kravbro.routes.ProvenRoutes;
import no.kravbro.routes.RouteCoverage;
import no.kravbro.sandbox.Newcomer;

/** Command line, after the whole suite: prints how many steps of each route file have run, and fails if one has not. */
public final class RouteCoverageCheck {

    private RouteCoverageCheck() {}

    /** Exit code 1 when a step has never run, or a test names a route that it does not run. */
    public static void main(String[] arguments) throws IOException {
        System.exit(run(Path.of("routes"), RouteCoverage.NOTES, System.out));
    }

    static int run(Path routes, Path notes, PrintStream out) throws IOException {
        Map<String, Map<String, Long>> seen = merged(notes);
        List<String> uncovered = new ArrayList<>();
        for (Route route :
                RouteBundle.read(routes, List.of(), new ArrayList<>()).routes()) {
            List<Step> steps = counted(route);
            List<Step> missing = steps.stream()
                    .filter(step -> seen.getOrDefault(route.id(), Map.of()).getOrDefault(key(step), 0L) == 0)
                    .toList();
            int all = steps.size();
            if (Newcomer.copied(route.id())) {
                out.println("copy\t" + route.id());
                continue;
            }
            out.println((all - missing.size()) + "/" + all + "\t" + route.id());
            missing.forEach(step -> uncovered.add(
                    route.file().path() + ":" + step.line() + ": coverage: no test runs this " + step.kind()));
        }
        uncovered.addAll(unproven(notes));
        uncovered.forEach(out::println);
        return uncovered.isEmpty() ? 0 : 1;
    }

    /** Camel does not let a doTry be counted; the steps in it are. */
    private static List<Step> counted(Route route) {
        return route.allSteps().stream()
                .filter(step -> !step.kind().equals("doTry"))
                .toList();
    }

    private static String key(Step step) {
        return step.kind() + ":" + step.line();
    }

    private static List<String> unproven(Path notes) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(notes, ProvenRoutes.NOTE)) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    private static List<Path> files(Path notes, String end) throws IOException {
        if (!Files.isDirectory(notes)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(notes)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static Map<String, Map<String, Long>> merged(Path notes) throws IOException {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        for (Path file : files(notes, ".json")) {
            TypeReference<Map<String, Map<String, Long>>> type = new TypeReference<>() {};
            new ObjectMapper().readValue(file.toFile(), type).forEach((route, steps) -> {
                Map<String, Long> known = all.computeIfAbsent(route, id -> new TreeMap<>());
                steps.forEach((step, count) -> known.merge(step, count, Long::sum));
            });
        }
        return all;
    }
}
