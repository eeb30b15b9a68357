package no.kravbro.bundle;

import java.util.Comparator;
import java.util.List;

/** The kinds of files in a bundle, by name and content, and the order in which route files are loaded. */
public final class RouteFiles {

    private RouteFiles() {}

    /** Paths of the route files; those with configurations first, because a route finds only what is there before it. */
    public static List<String> inOrder(Snapshot bundle) {
        return bundle.files().keySet().stream()
                .filter(RouteFiles::isRouteFile)
                .sorted(Comparator.comparing(
                        (String path) -> !holdsConfigurations(bundle.files().get(path))))
                .toList();
    }

    public static boolean isRouteFile(String path) {
        return path.endsWith(RouteFile.SUFFIX);
    }

    public static boolean isMapping(String path) {
        return path.endsWith(Mapping.JSLT) || path.endsWith(Mapping.XSLT);
    }

    /** A profile, answer table or other settings: YAML that is no route file. */
    public static boolean isSettings(String path) {
        return path.endsWith(".yaml") && !isRouteFile(path);
    }

    /** True for a file of shared failure handling. */
    public static boolean holdsConfigurations(String text) {
        return text.lines().anyMatch(line -> line.startsWith("- routeConfiguration:"));
    }
}
