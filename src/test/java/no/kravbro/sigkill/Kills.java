package no.kravbro.sigkill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All deaths so far, in a file that outlives this process. */
final class Kills {

    private final Path file;
    private final List<Kill> all = new ArrayList<>();

    Kills(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(line -> all.add(Kill.read(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Kill kill) {
        all.add(kill);
        try {
            Files.writeString(file, kill.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Kill> all() {
        return all;
    }

    int count() {
        return all.size();
    }

    /** How often each kind of call was struck. */
    Map<String, Integer> byKind() {
        Map<String, Integer> kinds = new TreeMap<>();
        all.forEach(kill -> kinds.merge(kill.point().kind(), 1, Integer::sum));
        return kinds;
    }

    long medianCycleMillis() {
        List<Long> sorted = all.stream().map(Kill::cycleMillis).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }
}
