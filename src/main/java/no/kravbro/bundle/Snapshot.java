package no.kravbro.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the routes directory held at one moment: the text of every file of the bundle by its path with forward slashes.
 * Hidden files, editors' leftovers, samples and the generated map are no part of it.
 */
public record Snapshot(SortedMap<String, String> files) {

    private static final Set<String> KINDS = Set.of(".yaml", ".jslt", ".xsl", ".xslt", ".xsd");

    public Snapshot {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Reads the directory; a file that vanishes meanwhile is left out. */
    public static Snapshot of(Path directory) {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path ->
                            add(files, directory.relativize(path).toString().replace('\\', '/'), path));
        } catch (IOException e) {
            throw new UncheckedIOException("The routes directory " + directory + " cannot be read", e);
        }
        return new Snapshot(files);
    }

    /** Hash of all names and contents: the same for the same bundle on every machine. */
    public String version() {
        MessageDigest digest = sha256();
        files.forEach((path, text) -> {
            digest.update((path + "\n" + text.length() + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    /** Paths whose text is not the same in both, those added or gone included. */
    public Set<String> differences(Snapshot other) {
        Set<String> paths = new TreeSet<>(files.keySet());
        paths.addAll(other.files.keySet());
        paths.removeIf(path -> Objects.equals(files.get(path), other.files.get(path)));
        return paths;
    }

    /** This snapshot with the given paths as they are in the other one. */
    public Snapshot with(Set<String> paths, Snapshot other) {
        SortedMap<String, String> next = new TreeMap<>(files);
        for (String path : paths) {
            String text = other.files.get(path);
            if (text == null) {
                next.remove(path);
            } else {
                next.put(path, text);
            }
        }
        return new Snapshot(next);
    }

    /** Writes the files below an empty directory, so that a candidate can be tried. */
    public void writeTo(Path directory) {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The candidate bundle cannot be written to " + directory, e);
        }
    }

    private static void add(Map<String, String> files, String name, Path path) {
        boolean hidden = name.startsWith(".") || name.contains("/.");
        boolean sample = name.startsWith("samples/") || name.contains("/samples/");
        if (hidden || sample || KINDS.stream().noneMatch(name::endsWith)) {
            return;
        }
        try {
            files.put(name, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            files.remove(name); // deleted between listing and reading: as if it had not been listed
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
