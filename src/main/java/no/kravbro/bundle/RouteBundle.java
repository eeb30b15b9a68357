package no.kravbro.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The files of one bundle, parsed, with the Java routes they live beside.
 *
 * @param directory where the files stand, for what is read from disk: mappings and profiles
 */
record RouteBundle(Path directory, Snapshot snapshot, List<RouteFile> files, List<JavaRoute> java) {

    /** Stands where bytes were no letters. */
    private static final char UNREADABLE = '\uFFFD';

    static RouteBundle read(Path directory, List<JavaRoute> java, List<Problem> problems) {
        Snapshot snapshot = Snapshot.of(directory);
        List<RouteFile> files = new ArrayList<>();
        snapshot.files().forEach((path, text) -> {
            if (text.indexOf(UNREADABLE) >= 0) {
                problems.add(new Problem(path, 1, "encoding", "is not written in UTF-8"));
            }
            if (path.endsWith(RouteFile.SUFFIX)) {
                files.add(RouteFile.read(path, text, problems));
            }
        });
        return new RouteBundle(directory, snapshot, List.copyOf(files), java);
    }

    List<Route> routes() {
        return files.stream().flatMap(file -> file.routes().stream()).toList();
    }

    Set<String> configurationIds() {
        Set<String> ids = new LinkedHashSet<>();
        files.forEach(file -> file.configurations().forEach(value -> ids.add(value.textOf("id"))));
        return ids;
    }

    /** Ids of everything that calls this port, YAML and Java. */
    Set<String> callersOf(String port) {
        Set<String> ids = new LinkedHashSet<>();
        java.stream().filter(route -> route.mayCall(port)).forEach(route -> ids.add(route.id()));
        routes().stream().filter(route -> route.calls().contains(port)).forEach(route -> ids.add(route.id()));
        return ids;
    }
}
