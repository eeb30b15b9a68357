package no.kravbro.bundle;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.kravbro.Masking;

/**
 * What another bundle would change: routes as people think of them, and the text of the files.
 *
 * @param shared whether the failure handling of every route changes
 */
public record BundleDiff(List<RouteChange> routes, List<FileChange> files, boolean shared) {

    private static final int CONTEXT = 3;

    public BundleDiff {
        routes = List.copyOf(routes);
        files = List.copyOf(files);
    }

    /** What becomes of a route or file. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** What a file is for. */
    public enum Sort {
        ROUTE,
        MAPPING,
        SETTINGS,
        SCHEMA
    }

    /**
     * @param reaches addresses that it did not call before
     * @param leaves addresses that it calls no more
     */
    public record RouteChange(
            Kind kind,
            String id,
            String file,
            List<String> reaches,
            List<String> leaves,
            int stepsBefore,
            int stepsAfter) {
        public RouteChange {
            reaches = List.copyOf(reaches);
            leaves = List.copyOf(leaves);
        }
    }

    /** @param lines as in a unified diff, without its two lines of names; personal numbers masked */
    public record FileChange(Kind kind, String file, Sort sort, List<String> lines) {
        public FileChange {
            lines = List.copyOf(lines);
        }
    }

    public static BundleDiff between(Snapshot before, Snapshot after) {
        Set<String> paths = new TreeSet<>(after.differences(before));
        Map<String, Route> old = routes(before, paths);
        Map<String, Route> fresh = routes(after, paths);
        Set<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(fresh.keySet());
        return new BundleDiff(
                ids.stream().map(id -> change(id, old.get(id), fresh.get(id))).toList(),
                paths.stream()
                        .map(path -> change(
                                path, before.files().get(path), after.files().get(path)))
                        .toList(),
                paths.stream().anyMatch(path -> shared(before, path) || shared(after, path)));
    }

    /** The folders whose files change: agencies, the accounting system, and what all share. */
    public Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        files.forEach(change -> folders.add(change.file().replaceFirst("/.*", "")));
        return folders;
    }

    /** How many routes are of this kind. */
    public long count(Kind kind) {
        return routes.stream().filter(route -> route.kind() == kind).count();
    }

    private static Map<String, Route> routes(Snapshot bundle, Set<String> paths) {
        Map<String, Route> routes = new LinkedHashMap<>();
        for (String path : paths) {
            String text = bundle.files().get(path);
            if (text != null && RouteFiles.isRouteFile(path)) {
                RouteFile.read(path, text, new ArrayList<>()).routes().forEach(route -> routes.put(route.id(), route));
            }
        }
        return routes;
    }

    private static RouteChange change(String id, Route before, Route after) {
        Set<String> old = before == null ? Set.of() : endpoints(before);
        Set<String> fresh = after == null ? Set.of() : endpoints(after);
        return new RouteChange(
                kind(before, after),
                id,
                (after == null ? before : after).file().path(),
                fresh.stream().filter(each -> !old.contains(each)).toList(),
                old.stream().filter(each -> !fresh.contains(each)).toList(),
                before == null ? 0 : before.allSteps().size(),
                after == null ? 0 : after.allSteps().size());
    }

    private static Set<String> endpoints(Route route) {
        Set<String> uris = new TreeSet<>();
        uris.add(route.from());
        route.allSteps().stream().filter(Step::leavesTheRoute).map(Step::uri).forEach(uris::add);
        uris.remove("");
        return uris;
    }

    private static FileChange change(String path, String before, String after) {
        List<String> old = lines(before);
        List<String> unified =
                UnifiedDiffUtils.generateUnifiedDiff(path, path, old, DiffUtils.diff(old, lines(after)), CONTEXT);
        return new FileChange(
                kind(before, after),
                path,
                sort(path),
                unified.stream().skip(2).map(Masking::mask).toList());
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    private static Kind kind(Object before, Object after) {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    private static Sort sort(String path) {
        if (RouteFiles.isRouteFile(path)) {
            return Sort.ROUTE;
        }
        if (RouteFiles.isMapping(path)) {
            return Sort.MAPPING;
        }
        return RouteFiles.isSettings(path) ? Sort.SETTINGS : Sort.SCHEMA;
    }

    private static boolean shared(Snapshot bundle, String path) {
        String text = bundle.files().get(path);
        return text != null && RouteFiles.holdsConfigurations(text);
    }
}
