package no.kravbro.bundle;

import java.util.List;
import java.util.Map;

/**
 * A piece of a YAML file that knows its line. Exactly one of text, items and fields is filled; asking for what is not
 * there gives {@link #NONE} or an empty answer, never null.
 */
record YamlNode(int line, String text, List<YamlNode> items, Map<String, YamlNode> fields) {

    static final YamlNode NONE = new YamlNode(0, "", List.of(), Map.of());

    YamlNode field(String name) {
        return fields.getOrDefault(name, NONE);
    }

    String textOf(String name) {
        return field(name).text;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    boolean isScalar() {
        return items.isEmpty() && fields.isEmpty() && !text.isEmpty();
    }
}
