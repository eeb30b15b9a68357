package no.kravbro.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Consumer;

/** One way of writing, the canonical one that Camel's tools write, and Camel's own schema. */
final class NotationRules {

    private static final Set<String> TOP = Set.of("route", "routeConfiguration");
    private static final Set<String> LANGUAGES =
            Set.of("simple", "constant", "jsonpath", "xpath", "tokenize", "xtokenize");
    private static final YAMLMapper YAML = new YAMLMapper();

    private NotationRules() {}

    /** No short forms: they are deprecated, and two ways of writing one thing hide differences. */
    static void compact(RouteBundle bundle, Consumer<Problem> report) {
        for (RouteFile file : bundle.files()) {
            for (YamlNode item : file.root().items()) {
                for (String name : item.fields().keySet()) {
                    if (!TOP.contains(name)) {
                        String message = "'" + name + "' at the top; only "
                                + TOP.stream().sorted().toList();
                        report.accept(new Problem(file.path(), item.line(), "notation", message));
                    }
                }
            }
            shortForms(file, "", file.root(), report);
        }
    }

    private static void shortForms(RouteFile file, String parent, YamlNode node, Consumer<Problem> report) {
        node.fields().forEach((name, value) -> {
            boolean language = LANGUAGES.contains(name);
            if (language && value.isScalar()) {
                String message = "write '" + name + ": {expression: ...}'";
                report.accept(new Problem(file.path(), value.line(), "notation", message));
            }
            if (language && parent.startsWith("set")) {
                String message = "put '" + name + "' below 'expression'";
                report.accept(new Problem(file.path(), value.line(), "notation", message));
            }
            if (name.equals("steps")) {
                value.items().forEach(step -> shortStep(file, step, report));
            }
            shortForms(file, name, value, report);
        });
        node.items().forEach(item -> shortForms(file, parent, item, report));
    }

    private static void shortStep(RouteFile file, YamlNode step, Consumer<Problem> report) {
        step.fields().forEach((kind, value) -> {
            if (value.isScalar()) {
                String message = "give '" + kind + "' fields instead of a text";
                report.accept(new Problem(file.path(), value.line(), "notation", message));
            }
        });
    }

    /** Camel's own schema: unknown steps and fields. */
    static void schema(RouteBundle bundle, Consumer<Problem> report) {
        for (RouteFile file : bundle.files()) {
            if (file.root() != YamlNode.NONE) {
                for (ValidationMessage error : Schema.CAMEL.validate(tree(file))) {
                    int line = lineOf(file.root(), error.getInstanceLocation());
                    report.accept(new Problem(file.path(), line, "schema", error.getMessage()));
                }
            }
        }
    }

    private static int lineOf(YamlNode root, JsonNodePath place) {
        YamlNode node = root;
        for (int i = 0; i < place.getNameCount(); i++) {
            Object step = place.getElement(i);
            node = step instanceof Integer index ? node.items().get(index) : node.field(step.toString());
        }
        return node.line();
    }

    private static JsonNode tree(RouteFile file) {
        try {
            return YAML.readTree(file.text());
        } catch (IOException e) {
            throw new UncheckedIOException(file.path() + " could be read a moment ago", e);
        }
    }

    /** Loaded once, at first use: it is large. */
    private static final class Schema {

        /** Only the parts that our routes use: all of it takes hundreds of megabytes and seconds. */
        private static final SchemaValidatorsConfig LAZY =
                SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();

        static final JsonSchema CAMEL = load();

        private static JsonSchema load() {
            try (InputStream schema = NotationRules.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
                return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4).getSchema(schema, LAZY);
            } catch (IOException e) {
                throw new UncheckedIOException("Camel's schema cannot be read", e);
            }
        }
    }
}
