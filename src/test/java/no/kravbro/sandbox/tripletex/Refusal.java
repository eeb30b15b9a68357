package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Tripletex says no: becomes an {@code ApiError}. */
final class Refusal extends RuntimeException {

    private final int status;
    private final int code;
    private final List<String[]> messages = new ArrayList<>();

    Refusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static Refusal notFound() {
        return new Refusal(404, 6000, "Object not found");
    }

    static Refusal unauthorized() {
        return new Refusal(401, 3000, "Could not log in. Check login info in Authorization header.");
    }

    static Refusal forbidden(String message) {
        return new Refusal(403, 9000, message);
    }

    /** A parameter's value will not do. */
    static Refusal value(String field, String message) {
        return new Refusal(422, 15000, "Validering feilet.").because(field, message);
    }

    /** A document breaks a rule of the books. */
    static Refusal rule(String field, String message) {
        return new Refusal(422, 18000, "Validering feilet.").because(field, message);
    }

    static Refusal mapping(String field, String message) {
        return new Refusal(422, 16000, "Request mapping failed").because(field, message);
    }

    Refusal because(String field, String message) {
        messages.add(new String[] {field, message});
        return this;
    }

    int status() {
        return status;
    }

    /** Status, code and fields in one line, for tests. */
    List<String> fields() {
        return messages.stream().map(each -> each[0]).toList();
    }

    ObjectNode json(String requestId) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.put("status", status);
        error.put("code", code);
        error.put("message", getMessage());
        error.put("link", "https://tripletex.no/v2-docs/");
        error.put("developerMessage", getMessage());
        if (messages.isEmpty()) {
            error.putNull("validationMessages");
        } else {
            ArrayNode list = error.putArray("validationMessages");
            messages.forEach(each -> list.addObject()
                    .put("field", each[0])
                    .put("message", each[1])
                    .putNull("path")
                    .putNull("rootId"));
        }
        error.put("requestId", requestId);
        return error;
    }
}
