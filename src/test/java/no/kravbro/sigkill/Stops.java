package no.kravbro.sigkill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Graceful stops in the middle of the work, one after every so many kills; how long each took, in a file. */
final class Stops {

    private static final int EVERY = 15;

    private final Path file;
    private final List<Duration> all = new ArrayList<>();

    Stops(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(line -> all.add(Duration.ofMillis(Long.parseLong(line))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean due(int kills) {
        return all.size() < kills / EVERY;
    }

    void add(Duration stop) {
        all.add(stop);
        try {
            Files.writeString(file, stop.toMillis() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int count() {
        return all.size();
    }

    Duration longest() {
        return all.stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
