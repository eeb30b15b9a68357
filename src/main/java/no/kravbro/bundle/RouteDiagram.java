package no.kravbro.bundle;

import java.util.List;
import java.util.Set;

/** One route as a Mermaid flow chart: steps as boxes, branches as arrows that say when. */
final class RouteDiagram {

    private static final int LONGEST_LABEL = 60;
    private static final Set<String> DETAILS = Set.of("uri", "ref", "method", "name", "pattern", "id");

    private final Route route;
    private final StringBuilder text = new StringBuilder("flowchart TD\n");
    private int nodes;

    RouteDiagram(Route route) {
        this.route = route;
    }

    String text() {
        String from = node("([\"" + escaped(route.from()) + "\"])");
        chain(from, "", route.value().field("from").field("steps"));
        return text.toString();
    }

    /** Draws the steps one below the other and gives back the last node. */
    private String chain(String from, String label, YamlNode steps) {
        String last = from;
        String arrow = label;
        for (YamlNode item : steps.items()) {
            for (String kind : item.fields().keySet()) {
                YamlNode value = item.field(kind);
                boolean choice = kind.equals("choice");
                String box = escaped(caption(kind, value));
                String node = node(choice ? "{\"" + box + "\"}" : "[\"" + box + "\"]");
                text.append("    ")
                        .append(last)
                        .append(arrow.isEmpty() ? " --> " : " -->|\"" + escaped(arrow) + "\"| ");
                text.append(node).append('\n');
                branches(node, value);
                last = node;
                arrow = choice ? "then" : "";
            }
        }
        return last;
    }

    private void branches(String node, YamlNode value) {
        value.field("when").items().forEach(when -> chain(node, condition(when), when.field("steps")));
        chain(node, "otherwise", value.field("otherwise").field("steps"));
        chain(node, "within", value.field("steps"));
        value.field("doCatch").items().forEach(caught -> chain(node, "failed", caught.field("steps")));
        chain(node, "finally", value.field("doFinally").field("steps"));
    }

    private static String condition(YamlNode when) {
        return when.field("expression").fields().values().stream()
                .map(language -> language.has("expression") ? language.textOf("expression") : language.textOf("ref"))
                .findFirst()
                .orElse("when");
    }

    private static String caption(String kind, YamlNode value) {
        String uri = Step.uriOf(value);
        if (!uri.isEmpty()) {
            return kind.equals("to") ? uri : kind + " " + uri;
        }
        List<String> details = value.fields().entrySet().stream()
                .filter(field ->
                        DETAILS.contains(field.getKey()) && field.getValue().isScalar())
                .map(field -> field.getValue().text())
                .toList();
        return (kind + " " + String.join(".", details)).strip();
    }

    private String node(String shape) {
        String name = "n" + nodes++;
        text.append("    ").append(name).append(shape).append('\n');
        return name;
    }

    /** A setting by its name alone: what stands in for it where it is not set is no news. */
    private static String escaped(String caption) {
        String label = caption.replaceAll("\\{\\{([^:}]+):[^}]*}}", "{{$1}}");
        String text = label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label;
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
