package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads what was sent and refuses names and kinds the type does not know. Read-only fields pass and are ignored. */
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Body() {}

    /** @throws Refusal 422: code 22000 no JSON, code 16000 unknown name or wrong kind */
    static JsonNode object(byte[] bytes, String type) {
        JsonNode body = parse(bytes);
        if (!body.isObject()) {
            throw new Refusal(422, 22000, "JSON object expected");
        }
        check(body, type, "");
        return body;
    }

    /** A list of ids. */
    static List<Long> ids(byte[] bytes) {
        JsonNode body = parse(bytes);
        if (!body.isArray()) {
            throw new Refusal(422, 22000, "JSON array expected");
        }
        body.forEach(each -> {
            if (!each.isIntegralNumber()) {
                throw Refusal.mapping("body", "Verdien er ikke av korrekt type for dette feltet.");
            }
        });
        return JSON.convertValue(body, JSON.getTypeFactory().constructCollectionType(List.class, Long.class));
    }

    static List<JsonNode> objects(byte[] bytes, String type) {
        JsonNode body = parse(bytes);
        if (!body.isArray()) {
            throw new Refusal(422, 22000, "JSON array expected");
        }
        body.forEach(each -> check(each, type, ""));
        return JSON.convertValue(body, JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
    }

    /** Øre, or null when absent. @throws Refusal more than two decimals */
    static Long ore(JsonNode body, String field, String name) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : ore(value.decimalValue(), name);
    }

    static long ore(BigDecimal amount, String name) {
        if (amount.stripTrailingZeros().scale() > 2) {
            throw Refusal.rule(name, "Beløpet kan ha høyst to desimaler");
        }
        return amount.movePointRight(2).longValueExact();
    }

    static String text(JsonNode body, String field) {
        return body.path(field).isTextual() ? body.get(field).textValue() : null;
    }

    /** The id inside a reference, or null. */
    static Long ref(JsonNode body, String field) {
        return body.path(field).path("id").isIntegralNumber()
                ? Long.valueOf(body.get(field).get("id").longValue())
                : null;
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            JsonNode body = JSON.readTree(bytes);
            if (body.isMissingNode()) {
                throw new Refusal(422, 22000, "Request body is missing");
            }
            return body;
        } catch (IOException e) {
            throw new Refusal(422, 22000, "Malformed JSON");
        }
    }

    private static void check(JsonNode body, String type, String prefix) {
        Map<String, String> kinds = Types.fields(type);
        body.fieldNames().forEachRemaining(name -> {
            String path = prefix + name;
            if (!kinds.containsKey(name)) {
                throw Refusal.mapping(path, "Feltet eksisterer ikke i objektet.");
            }
            JsonNode value = body.get(name);
            if (!value.isNull() && !fits(value, kinds.get(name), path)) {
                throw Refusal.mapping(path, "Verdien er ikke av korrekt type for dette feltet.");
            }
        });
    }

    private static boolean fits(JsonNode value, String kind, String path) {
        if (Types.isList(kind)) {
            String item = kind.substring(1, kind.length() - 1);
            value.forEach(each -> {
                if (!fits(each, item, path)) {
                    throw Refusal.mapping(path, "Verdien er ikke av korrekt type for dette feltet.");
                }
            });
            return value.isArray();
        }
        if (Types.target(kind) != null) {
            if (value.isObject()) {
                check(value, kind, path + ".");
            }
            return value.isObject();
        }
        return plain(value, kind);
    }

    private static boolean plain(JsonNode value, String kind) {
        return switch (kind) {
            case "text" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "flag" -> value.isBoolean();
            case "object" -> value.isObject();
            default -> value.isTextual() && Arrays.asList(kind.split("\\|")).contains(value.textValue());
        };
    }
}
