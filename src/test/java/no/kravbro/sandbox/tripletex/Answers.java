package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.Map;
import no.kravbro.sandbox.Reply;

/** Envelopes around what is answered. */
final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Answers() {}

    static Reply value(int status, JsonNode value) {
        return json(status, JsonNodeFactory.instance.objectNode().set("value", value));
    }

    static Reply json(int status, JsonNode json) {
        return Reply.json(status, text(json));
    }

    static String text(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply pdf(byte[] bytes) {
        return new Reply(200, Map.of("Content-Type", "application/pdf"), bytes);
    }
}
