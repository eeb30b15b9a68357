package no.kravbro.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.util.FileSystemUtils;

/** A folder of our own that holds the files of one bundle. Mappings, profiles and formats are read from it while they run. */
public final class RunningFolder implements AutoCloseable {

    private final Path path;

    private RunningFolder(Path path) {
        this.path = path;
    }

    /** Uses this folder, which nobody else may; what a killed process left there is put right by the first {@link #hold}. */
    public static RunningFolder at(Path path) {
        try {
            return new RunningFolder(Files.createDirectories(path));
        } catch (IOException e) {
            throw new UncheckedIOException("There is no place for the running bundle at " + path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** Makes it hold these files and no others. A file is replaced as a whole; one that stays the same is not touched. */
    public void hold(Snapshot bundle) {
        try {
            for (String name : bundle.differences(Snapshot.of(path))) {
                put(path.resolve(name), bundle.files().get(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The running bundle cannot be written to " + path, e);
        }
    }

    private static void put(Path file, String text) throws IOException {
        if (text == null) {
            Files.delete(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The running bundle cannot be taken away from " + path, e);
        }
    }
}
