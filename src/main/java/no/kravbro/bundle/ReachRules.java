package no.kravbro.bundle;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of the product and of the world a route may reach: the hosts of the settings, and the beans made for routes. */
final class ReachRules {

    /** The one default that may stand in the place of an address: it leads nowhere, on every machine. */
    private static final Pattern ADDRESS = Pattern.compile(
            "\\{\\{kravbro\\.(?:tripletex\\.url|agencies\\.[a-z0-9-]+\\.(?:url|token-url))(?::http://not-set-up\\.invalid)?}}(?:\\?[\\w=&]*)?");

    /** Desks are made for routes; those of the API ask who somebody is, which a route could answer as it likes. */
    private static final Pattern BEAN =
            Pattern.compile("(?!\\w*[aA]piDesk$)[a-z]\\w*Desk|wire|inboxDoor|joinedDocuments|fileLines");

    private static final Pattern FUNCTION = Pattern.compile("\\$(?:simple)?\\{\\s*([a-zA-Z]*)");
    private static final Set<String> FUNCTIONS = Set.of("body", "variable", "exception");
    private static final Pattern STEERING = Pattern.compile("(?i)camel.*");
    private static final Set<String> HEADERS = Set.of("setHeader", "setHeaders");

    private ReachRules() {}

    /** An address comes from the settings whole: a route that names a host could call any, inside our walls too. */
    static void hosts(RouteBundle bundle, Consumer<Problem> report) {
        everyStep(bundle, (route, step) -> {
            String uri = step.uri();
            boolean calls = uri.startsWith("http") || uri.startsWith("{{") || uri.startsWith("${");
            if (step.leavesTheRoute() && calls && !ADDRESS.matcher(uri).matches()) {
                String message =
                        "a host is named by {{kravbro.agencies.<id>.url}} or another address of the settings alone";
                report.accept(ShapeRules.at(route, step, "host", message));
            }
        });
    }

    /** A bean that is not made for routes would do what it is told by whoever writes one. */
    static void beans(RouteBundle bundle, Consumer<Problem> report) {
        everyStep(bundle, (route, step) -> {
            boolean bean = step.kind().equals("bean") || step.uri().startsWith("bean:");
            String name = step.kind().equals("bean")
                    ? step.value().textOf("ref")
                    : step.uri().replaceFirst("bean:/*", "").replaceFirst("\\?.*", "");
            if (bean && !BEAN.matcher(name).matches()) {
                report.accept(ShapeRules.at(route, step, "bean", "'" + name + "' is no bean that routes may call"));
            }
            if (step.value().has("beanType")) {
                report.accept(
                        ShapeRules.at(route, step, "bean", "a class by its name is no bean that routes may call"));
            }
        });
        texts(bundle, (file, value) -> {
            if (value.text().startsWith("#") && !value.text().equals("#")) {
                report.accept(new Problem(file.path(), value.line(), "bean", "a bean or class is named by a value"));
            }
        });
    }

    /** A simple expression looks at the message; it calls nothing and reads neither the machine nor its settings. */
    static void functions(RouteBundle bundle, Consumer<Problem> report) {
        texts(bundle, (file, value) -> {
            Matcher function = FUNCTION.matcher(value.text());
            while (function.find()) {
                if (!FUNCTIONS.contains(function.group(1))) {
                    String message = "${" + function.group(1) + "...} is not one of "
                            + FUNCTIONS.stream().sorted().toList();
                    report.accept(new Problem(file.path(), value.line(), "function", message));
                }
            }
        });
    }

    /** A header Camel* turns the next call elsewhere; what the wire needs is set in Java. */
    static void steering(RouteBundle bundle, Consumer<Problem> report) {
        everyStep(bundle, (route, step) -> {
            boolean sets = HEADERS.contains(step.kind());
            boolean named = STEERING.matcher(step.value().textOf("name")).matches()
                    || step.value().field("headers").items().stream()
                            .anyMatch(each ->
                                    STEERING.matcher(each.textOf("name")).matches());
            if (sets && named) {
                report.accept(ShapeRules.at(route, step, "headers", "a header Camel... would steer the next call"));
            }
        });
    }

    private static void everyStep(RouteBundle bundle, BiConsumer<Route, Step> visitor) {
        bundle.routes().forEach(route -> route.allSteps().forEach(step -> visitor.accept(route, step)));
    }

    private static void texts(RouteBundle bundle, BiConsumer<RouteFile, YamlNode> visitor) {
        bundle.files().forEach(file -> texts(file, file.root(), visitor));
    }

    private static void texts(RouteFile file, YamlNode node, BiConsumer<RouteFile, YamlNode> visitor) {
        if (node.isScalar()) {
            visitor.accept(file, node);
        }
        node.fields().values().forEach(value -> texts(file, value, visitor));
        node.items().forEach(item -> texts(file, item, visitor));
    }
}
