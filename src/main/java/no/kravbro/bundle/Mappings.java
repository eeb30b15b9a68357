package no.kravbro.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The mapping files (JSLT, XSLT) below the routes directory, compiled once and swapped whole when a file changes. Numbers are
 * exact both ways; every failure is a {@link MappingException} with file, line and reason, free of the document's values.
 */
public final class Mappings {

    private final Path directory;
    private volatile Map<String, Mapping> compiled = Map.of();

    public Mappings(Path directory) {
        this.directory = directory;
    }

    /** Makes sure that the mapping exists and compiles. */
    public void require(String path) {
        find(path);
    }

    /** Maps one document. Fields that come out null are left out, empty lists stay. */
    public JsonNode apply(String path, JsonNode input) {
        return find(path).apply(input);
    }

    /** Maps one text to another: JSON or, by a stylesheet, XML. */
    public String apply(String path, String text) {
        return find(path).apply(text);
    }

    /** Maps one text, JSON or XML, to a JSON document. */
    public JsonNode applyTo(String path, String text) {
        return find(path).applyTo(text);
    }

    /**
     * Compiles anew what is compiled already and is, or imports, this file; then swaps all at once. On an error the last
     * good ones stay. What is not compiled yet will be at first use.
     */
    public synchronized void refresh(String path) {
        Map<String, Mapping> next = new HashMap<>(compiled);
        for (Mapping mapping : compiled.values()) {
            if (mapping.file().equals(path) || mapping.imports().contains(path)) {
                next.put(mapping.file(), Mapping.compile(directory, mapping.file()));
            }
        }
        compiled = Map.copyOf(next);
    }

    /** Files that compiled mappings import. */
    synchronized Set<String> imported() {
        return compiled.values().stream()
                .flatMap(mapping -> mapping.imports().stream())
                .collect(Collectors.toSet());
    }

    /** Lets go of a mapping whose file was deleted. */
    public synchronized void forget(String path) {
        Map<String, Mapping> next = new HashMap<>(compiled);
        next.remove(path);
        compiled = Map.copyOf(next);
    }

    private Mapping find(String path) {
        Mapping known = compiled.get(path);
        return known == null ? add(path) : known;
    }

    private synchronized Mapping add(String path) {
        if (!compiled.containsKey(path)) {
            Map<String, Mapping> next = new HashMap<>(compiled);
            next.put(path, Mapping.compile(directory, path));
            compiled = Map.copyOf(next);
        }
        return compiled.get(path);
    }
}
