package no.kravbro.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes what people read about the routes from the routes themselves: {@code routes/README.md}, a table of all, and
 * {@code src/docs/routes.md}, a diagram of each. A test fails when either is stale.
 */
public final class RouteMap {

    private static final String NOTE = "<!-- Written by `make docs` from the route files; do not edit. -->\n\n";

    private final RouteBundle bundle;

    private RouteMap(RouteBundle bundle) {
        this.bundle = bundle;
    }

    /** Command line: writes both files anew, from the top of the project. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<Path, String> file : pages(Path.of("."), JavaRoute.all()).entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    /** The text that each generated file should have. Throws {@link BundleRefused} when a route file cannot be read. */
    public static Map<Path, String> pages(Path project, List<JavaRoute> java) {
        List<Problem> problems = new ArrayList<>();
        RouteMap map = new RouteMap(RouteBundle.read(project.resolve("routes"), java, problems));
        if (!problems.isEmpty()) {
            throw new BundleRefused(problems);
        }
        return new TreeMap<>(Map.of(
                project.resolve("routes/README.md"),
                map.table(),
                project.resolve("src/docs/routes.md"),
                map.diagrams()));
    }

    private String table() {
        StringBuilder page = new StringBuilder("# Routes\n\n" + NOTE);
        page.append("How they run, message by message: [diagrams](../src/docs/routes.md).\n\n");
        page.append("| id | what it does | called by | calls |\n|---|---|---|---|\n");
        Map<String, String> rows = new TreeMap<>();
        for (Route route : bundle.routes()) {
            String id = "[" + route.id() + "](" + route.file().path() + ")";
            rows.put(
                    route.id(),
                    row(
                            id,
                            route.description(),
                            route.file().calledBy(),
                            route.file().calls()));
        }
        for (JavaRoute route : bundle.java()) {
            Set<String> callers = bundle.callersOf(Route.portOf(route.from()));
            String by = callers.isEmpty() ? "`" + route.from() + "`" : String.join(", ", new TreeSet<>(callers));
            rows.put(
                    route.id(),
                    row("`" + route.id() + "` (Java)", route.description(), by, String.join(", ", route.calls())));
        }
        rows.values().forEach(page::append);
        return page.toString();
    }

    private static String row(String id, String sentence, String calledBy, String calls) {
        return "| " + id + " | " + sentence + " | " + calledBy + " | " + (calls.isEmpty() ? "nothing" : calls) + " |\n";
    }

    private String diagrams() {
        StringBuilder page = new StringBuilder("# Routes as diagrams\n\n" + NOTE);
        page.append("One diagram for each route file; the table is in [routes/README.md](../../routes/README.md).\n");
        bundle.routes().stream().sorted((a, b) -> a.id().compareTo(b.id())).forEach(route -> page.append("\n## ")
                .append(route.id())
                .append("\n\n")
                .append(route.description())
                .append(".\n\n```mermaid\n")
                .append(new RouteDiagram(route).text())
                .append("```\n"));
        return page.toString();
    }
}
