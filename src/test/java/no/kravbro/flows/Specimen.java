package no.kravbro.flows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The plainest body that a schema of the contract allows, with the fields it requires, or all where it requires none. */
record Specimen(JsonNode contract) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    JsonNode of(JsonNode schema) {
        if (schema.has("$ref")) {
            return of(contract.at(schema.path("$ref").asText().substring(1)));
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "array" -> NODES.arrayNode().add(of(schema.path("items")));
            case "integer", "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            case "string" -> text(schema.path("format").asText());
            default -> object(schema);
        };
    }

    private static JsonNode text(String format) {
        return NODES.textNode(
                switch (format) {
                    case "date" -> "2030-01-02";
                    case "date-time" -> "2030-01-02T03:04:05Z";
                    default -> "abc";
                });
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        JsonNode required = schema.path("required");
        schema.path("properties").properties().forEach(each -> {
            if (required.isMissingNode()
                    || required.valueStream().anyMatch(name -> name.asText().equals(each.getKey()))) {
                object.set(each.getKey(), of(each.getValue()));
            }
        });
        return object;
    }
}
