package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** Bodies and field filters against the schemas of an OpenAPI document. Stricter than the document: unknown names fail. */
final class SchemaCheck {

    private final JsonNode document;

    SchemaCheck(JsonNode document) {
        this.document = document;
    }

    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    void body(JsonNode given, JsonNode value, String at, List<String> problems) {
        JsonNode schema = resolve(given);
        if (!kind(schema.path("type").asText(schema.has("properties") ? "object" : ""), value)) {
            problems.add(at + " is no " + schema.path("type").asText());
        } else if (value.isArray()) {
            value.forEach(item -> body(schema.path("items"), item, at + "[]", problems));
        } else if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                member(schema, member, at + "." + member.getKey(), problems);
            }
        }
    }

    private void member(JsonNode schema, Map.Entry<String, JsonNode> member, String at, List<String> problems) {
        JsonNode known = schema.path("properties").path(member.getKey());
        if (known.isMissingNode()) {
            problems.add(at + " is not known");
        } else if (known.path("readOnly").asBoolean()) {
            problems.add(at + " is read-only");
        } else {
            body(known, member.getValue(), at, problems);
        }
    }

    private static boolean kind(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    /** Every name of a filter such as {@code id,customer(name)} must be a member of the schema it stands in. */
    void fields(JsonNode schema, String filter, List<String> problems) {
        StringTokenizer tokens = new StringTokenizer(filter, ",()", true);
        level(resolve(schema), tokens, problems);
        if (tokens.hasMoreTokens()) {
            problems.add("fields has a bracket too many");
        }
    }

    private void level(JsonNode schema, StringTokenizer tokens, List<String> problems) {
        JsonNode last = null;
        while (tokens.hasMoreTokens()) {
            String token = tokens.nextToken();
            if (token.equals(")")) {
                return;
            } else if (token.equals("(")) {
                level(resolve(last.has("items") ? last.path("items") : last), tokens, problems);
            } else if (!token.equals(",")) {
                last = schema.path("properties").path(token);
                if (last.isMissingNode() && !token.equals("*")) {
                    problems.add("fields names '" + token + "', which is not known");
                }
            }
        }
    }
}
