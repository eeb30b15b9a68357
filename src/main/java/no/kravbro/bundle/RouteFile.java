package no.kravbro.bundle;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One {@code *.camel.yaml} file, parsed.
 *
 * @param path path below the routes directory
 */
record RouteFile(String path, String text, YamlNode root) {

    static final String SUFFIX = ".camel.yaml";

    private static final Pattern COMMENT = Pattern.compile("# Called by: (.+?)\\.\\s+Calls: (.+?)\\.?");

    static RouteFile read(String path, String text, List<Problem> problems) {
        return new RouteFile(path, text, new YamlReader(path, problems).read(text));
    }

    List<Route> routes() {
        return entries("route").map(value -> new Route(this, value)).toList();
    }

    List<YamlNode> configurations() {
        return entries("routeConfiguration").toList();
    }

    /** The id that the place of the file asks for: {@code <folder>.<name>}, or the name alone in {@code shared}. */
    String idByPlace() {
        String name = path.substring(path.lastIndexOf('/') + 1).replace(SUFFIX, "");
        return path.startsWith("shared/") || !path.contains("/")
                ? name
                : path.substring(0, path.lastIndexOf('/')).replace('/', '.') + "." + name;
    }

    /** What the first line says about the callers, or empty. */
    String calledBy() {
        return comment(1);
    }

    /** What the first line says about what is called, or empty. */
    String calls() {
        return comment(2);
    }

    private String comment(int group) {
        Matcher comment = COMMENT.matcher(text.lines().findFirst().orElse(""));
        return comment.matches() ? comment.group(group) : "";
    }

    private Stream<YamlNode> entries(String kind) {
        return root.items().stream().filter(item -> item.has(kind)).map(item -> item.field(kind));
    }
}
