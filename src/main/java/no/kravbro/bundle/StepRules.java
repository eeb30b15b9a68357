package no.kravbro.bundle;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What a step may do. */
final class StepRules {

    private static final Set<String> CODE = Set.of(
            "script",
            "groovy",
            "js",
            "javascript",
            "java",
            "joor",
            "python",
            "mvel",
            "ognl",
            "spel",
            "csimple",
            "process");
    private static final Set<String> COMPONENTS =
            Set.of("direct", "map", "http", "https", "sql", "bean", "xslt", "validator", "mock");
    /** Folders belong to the settings of an agency, not to a route, which could name any on this machine. */
    private static final Set<String> FOLDERS = Set.of("file", "ftp", "ftps", "sftp");
    /** What is read from outside the bundle, whoever reads it: a resource of a component, or the text of an expression. */
    private static final Pattern OUTSIDE =
            Pattern.compile("(?:xslt|validator|sql|resource):/*(?:file|https?|ftp|ref|bean|gzip):.*", Pattern.DOTALL);

    private static final Pattern CONTENT = Pattern.compile(
            "\\$\\{(body|bodyAs|bodyOneLine|prettyBody|in\\.body|messageAs|headers\\b|variables\\b|exchange\\b|exception\\.stack)");
    private static final Pattern COMPARES = Pattern.compile("[<>]");
    private static final Pattern AMOUNT = Pattern.compile("(?i)amount|bel(o|ø)p|kroner|remaining|Ore\\b|[a-z]Ore");
    private static final Pattern CLEANS = Pattern.compile("\\*|CamelHttp\\*|Camel\\*|\\(\\?i\\)camel\\.\\*");

    private StepRules() {}

    /** No programs in YAML: decisions are plain Java. */
    static void code(RouteBundle bundle, Consumer<Problem> report) {
        for (RouteFile file : bundle.files()) {
            visit(file.root(), (name, value) -> {
                if (CODE.contains(name)) {
                    String message = "'" + name + "' is a program; call a bean or a mapping";
                    report.accept(new Problem(file.path(), value.line(), "code", message));
                }
            });
        }
    }

    /** Only components that the bundle needs. */
    static void components(RouteBundle bundle, Consumer<Problem> report) {
        everyStep(bundle, (route, step) -> {
            String scheme = step.uri().contains(":") ? step.uri().replaceFirst(":.*", "") : step.uri();
            boolean placeholder = step.uri().startsWith("{{") || step.uri().startsWith("${");
            if (step.leavesTheRoute() && FOLDERS.contains(scheme)) {
                String message =
                        "no folder is named in a route; exchange files by the steps of folderDesk, which knows the"
                                + " agency's folder from its settings";
                report.accept(ShapeRules.at(route, step, "component", message));
            } else if (step.leavesTheRoute() && !step.uri().isEmpty() && !placeholder && !COMPONENTS.contains(scheme)) {
                String message = "component '" + scheme + "' is not one of "
                        + COMPONENTS.stream().sorted().toList();
                report.accept(ShapeRules.at(route, step, "component", message));
            }
        });
    }

    /** Nothing is read but the bundle's own files: another one of this machine may hold a secret. */
    static void outside(RouteBundle bundle, Consumer<Problem> report) {
        for (RouteFile file : bundle.files()) {
            visit(file.root(), (name, value) -> {
                if (value.isScalar() && OUTSIDE.matcher(value.text()).matches()) {
                    String message = "it reads from outside the bundle";
                    report.accept(new Problem(file.path(), value.line(), "outside", message));
                }
            });
        }
    }

    /** A log line tells ids, never what was sent: debt data does not belong in logs. */
    static void log(RouteBundle bundle, Consumer<Problem> report) {
        everyStep(bundle, (route, step) -> {
            String message = step.value().textOf("message");
            if (step.kind().equals("log") && CONTENT.matcher(message).find()) {
                report.accept(
                        ShapeRules.at(route, step, "log", "no bodies, headers or variables as a whole in the log"));
            }
        });
    }

    /** Simple compares decimals wrongly; Java compares øre. */
    static void amounts(RouteBundle bundle, Consumer<Problem> report) {
        for (RouteFile file : bundle.files()) {
            visit(file.root(), (name, value) -> {
                String text = value.isScalar() ? value.text() : value.textOf("expression");
                boolean simple = name.equals("simple");
                if (simple
                        && COMPARES.matcher(text).find()
                        && AMOUNT.matcher(text).find()) {
                    String message = "simple compares amounts wrongly; ask a bean";
                    report.accept(new Problem(file.path(), value.line(), "amount", message));
                }
            });
        }
    }

    /** A header CamelHttp* that came with the message would steer the call: removed before each. */
    static void headers(RouteBundle bundle, Consumer<Problem> report) {
        bundle.routes().forEach(route -> clean(route, route.steps(), false, report));
    }

    private static boolean clean(Route route, List<Step> steps, boolean before, Consumer<Problem> report) {
        boolean clean = before;
        for (Step step : steps) {
            if (step.kind().equals("removeHeaders")) {
                clean |= CLEANS.matcher(step.value().textOf("pattern")).matches();
            } else if (isHttp(step)) {
                if (!clean) {
                    String message = "removeHeaders with pattern CamelHttp* (or *) must come before this call";
                    report.accept(ShapeRules.at(route, step, "headers", message));
                }
                clean = false;
            }
            for (List<Step> branch : step.branches()) {
                boolean after = clean(route, branch, clean, report);
                clean &= after
                        || branch.stream()
                                .noneMatch(inner -> inner.all().stream().anyMatch(StepRules::isHttp));
            }
        }
        return clean;
    }

    private static boolean isHttp(Step step) {
        String uri = step.uri();
        boolean address = uri.startsWith("http") || uri.startsWith("{{") || uri.startsWith("${");
        return step.leavesTheRoute() && address;
    }

    private static void everyStep(RouteBundle bundle, BiConsumer<Route, Step> visitor) {
        bundle.routes().forEach(route -> route.allSteps().forEach(step -> visitor.accept(route, step)));
    }

    private static void visit(YamlNode node, BiConsumer<String, YamlNode> visitor) {
        node.fields().forEach((name, value) -> {
            visitor.accept(name, value);
            visit(value, visitor);
        });
        node.items().forEach(item -> visit(item, visitor));
    }
}
