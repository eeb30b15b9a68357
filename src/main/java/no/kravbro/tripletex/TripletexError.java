package no.kravbro.tripletex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.bundle.ExactJson;

/**
 * The API's error object. Texts come in the token user's language, so only status, code and field are ever matched.
 *
 * @param code the API's own code, 0 when it gave none
 * @param requestId what Tripletex' support asks for
 */
public record TripletexError(int code, String message, List<Complaint> complaints, String requestId) {

    /** The whole result is larger than the API gives out. */
    public static final int TOO_LARGE = 23000;

    /** There is no such object in this company. */
    public static final int NO_SUCH_OBJECT = 6000;

    /** One broken rule. */
    public record Complaint(String field, String message) {}

    public TripletexError {
        complaints = List.copyOf(complaints);
    }

    /** Reads an error body; one that is none (a proxy's page) gives code 0. */
    public static TripletexError of(String body) {
        try {
            return of(ExactJson.read(body));
        } catch (JsonProcessingException notJson) {
            return new TripletexError(0, null, List.of(), null);
        }
    }

    private static TripletexError of(JsonNode node) {
        List<Complaint> complaints = new ArrayList<>();
        node.path("validationMessages")
                .forEach(each -> complaints.add(new Complaint(
                        each.path("field").asText(null), each.path("message").asText(null))));
        return new TripletexError(
                node.path("code").asInt(),
                node.path("message").asText(null),
                complaints,
                node.path("requestId").asText(null));
    }

    /** As errors of the canonical answer document. */
    JsonNode canonical() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode errors = document.putArray("errors");
        if (complaints.isEmpty()) {
            errors.addObject().put("code", Integer.toString(code)).put("text", message);
        }
        complaints.forEach(each -> errors.addObject()
                .put("code", Integer.toString(code))
                .put("field", each.field())
                .put("text", each.message()));
        return document;
    }
}
