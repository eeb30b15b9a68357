package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes canonical answer documents (see {@code agency.AnswerDocument}) for a work of one member. */
final class Canonical {

    private Canonical() {}

    static JsonNode absent() {
        return JsonNodeFactory.instance.objectNode().put("absent", true);
    }

    /** Something stands there that may or may not be ours. */
    static JsonNode ambiguous() {
        return JsonNodeFactory.instance.objectNode().put("ambiguous", true);
    }

    /** @param references name, value, name, value; null values are left out */
    static JsonNode accepted(String... references) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode item = document.putArray("items").addObject().put("result", "ACCEPTED");
        ObjectNode named = item.putObject("references");
        for (int i = 0; i < references.length; i += 2) {
            if (references[i + 1] != null) {
                named.put(references[i], references[i + 1]);
            }
        }
        return document;
    }

    static JsonNode rejected(String code, String text) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("items")
                .addObject()
                .put("result", "REJECTED")
                .put("code", code)
                .put("text", text);
        return document;
    }
}
