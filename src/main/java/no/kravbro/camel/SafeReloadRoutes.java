package no.kravbro.camel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.kravbro.bundle.RouteFiles;
import no.kravbro.bundle.Snapshot;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.model.Model;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;

/**
 * The routes that files have brought into the running context. A changed file's routes are stopped when their messages
 * are through, removed and loaded again; nothing else stops. Not safe for many threads; {@link SafeReload} is.
 */
final class SafeReloadRoutes {

    private final ModelCamelContext context;
    private final Runnable failureHandlingChanged;
    private final Map<String, Set<String>> brought = new HashMap<>();
    private final Set<String> halted = new HashSet<>();

    /** @param failureHandlingChanged told after shared configurations have changed */
    SafeReloadRoutes(CamelContext context, Runnable failureHandlingChanged) {
        this.context = (ModelCamelContext) context;
        this.failureHandlingChanged = failureHandlingChanged;
    }

    /** Brings the routes of changed files from {@code before} to {@code after}; puts them back if that fails. */
    void change(Snapshot before, Snapshot after) throws Exception {
        Set<String> paths = new TreeSet<>(after.differences(before));
        paths.removeIf(path -> !RouteFiles.isRouteFile(path));
        boolean shared = paths.stream().anyMatch(path -> shared(before, path) || shared(after, path));
        if (shared) {
            paths.addAll(RouteFiles.inOrder(before));
            paths.addAll(RouteFiles.inOrder(after));
        }
        try {
            swap(paths, after);
        } catch (Exception e) {
            swap(paths, before);
            throw e;
        }
        if (shared && !before.files().isEmpty()) {
            failureHandlingChanged.run();
        }
    }

    private void swap(Set<String> paths, Snapshot target) throws Exception {
        for (String path : paths) {
            remove(path);
        }
        for (String path : RouteFiles.inOrder(target)) {
            if (paths.contains(path)) {
                load(path, target.files().get(path));
            }
        }
    }

    private void load(String path, String text) throws Exception {
        Set<String> before = ids();
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(SafeReloadResource.of(path, text));
        } finally {
            Set<String> added = ids();
            added.removeAll(before);
            brought.put(path, added);
        }
        for (String id : brought.get(path)) {
            if (halted.remove(id)) {
                context.getRouteController().stopRoute(id);
            }
        }
    }

    private void remove(String path) throws Exception {
        for (String id : brought.getOrDefault(path, Set.of())) {
            RouteDefinition route = context.getRouteDefinition(id);
            if (route != null) {
                remove(route);
            }
            RouteConfigurationDefinition configuration = context.getRouteConfigurationDefinition(id);
            if (configuration != null) {
                context.removeRouteConfiguration(configuration);
            }
        }
        brought.remove(path);
    }

    /** A route that someone has stopped stays stopped in its new version. */
    private void remove(RouteDefinition route) throws Exception {
        String id = route.getRouteId();
        ServiceStatus status = context.getRouteController().getRouteStatus(id);
        if (status != null && context.isStarted() && (status.isStopped() || status.isSuspended())) {
            halted.add(id);
        }
        context.getRouteController().stopRoute(id);
        context.removeRouteDefinition(route);
    }

    private Set<String> ids() {
        Model model = context;
        List<String> ids = new ArrayList<>();
        model.getRouteDefinitions().forEach(route -> ids.add(route.getRouteId()));
        model.getRouteConfigurationDefinitions().forEach(configuration -> ids.add(configuration.getId()));
        return new HashSet<>(ids);
    }

    private static boolean shared(Snapshot snapshot, String path) {
        String text = snapshot.files().get(path);
        return text != null && RouteFiles.holdsConfigurations(text);
    }
}
