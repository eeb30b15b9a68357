package no.kravbro.sandbox.tripletex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields each type of the API has, and what kind each is; from {@code types.txt}. */
final class Types {

    private static final String FILE = "/sandbox/tripletex/types.txt";
    private static final Map<String, Map<String, String>> ALL = load();

    private Types() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    /** Field names and kinds in the document's order. */
    static Map<String, String> fields(String type) {
        Map<String, String> fields = ALL.get(type);
        if (fields == null) {
            throw new IllegalArgumentException("No type " + type + " in " + FILE);
        }
        return fields;
    }

    static boolean has(String type, String field) {
        return fields(type).containsKey(field);
    }

    /** The type a reference or list of references leads to, or null for a plain value. */
    static String target(String kind) {
        String bare = isList(kind) ? kind.substring(1, kind.length() - 1) : kind;
        return ALL.containsKey(bare) ? bare : null;
    }

    static boolean isList(String kind) {
        return kind.startsWith("[");
    }

    static boolean isEnum(String kind) {
        return kind.contains("|");
    }

    private static Map<String, Map<String, String>> load() {
        try (InputStream file = Types.class.getResourceAsStream(FILE)) {
            Map<String, Map<String, String>> types = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> types.put(line.substring(0, line.indexOf(':')), kinds(line)));
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> kinds(String line) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String field : line.substring(line.indexOf(": ") + 2).split(" ")) {
            int colon = field.indexOf(':');
            kinds.put(field.substring(0, colon), field.substring(colon + 1));
        }
        return kinds;
    }
}
