package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import no.kravbro.sandbox.Reply;

/** Writing the wire's JSON: members in order, amounts with exactly two decimals, absent members left out. */
final class Json {

    /** A member that must be there with the value null. */
    static final Object NULL = new Object();

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private Json() {}

    /** Name, value, name, value; a null value leaves the member out. */
    static Map<String, Object> object(Object... members) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                object.put((String) members[i], members[i + 1] == NULL ? null : members[i + 1]);
            }
        }
        return object;
    }

    static BigDecimal kroner(long ore) {
        return BigDecimal.valueOf(ore, 2);
    }

    static String stamp(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** A calendar date as the vendor likes to write it. */
    static String midnight(LocalDate day) {
        return day + "T00:00:00Z";
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply reply(int status, Object value) {
        return Reply.json(status, text(value));
    }

    static Reply data(int status, Object data) {
        return reply(status, object("summary", object("status", "SUCCESS"), "data", data));
    }

    /** Strictly one JSON object; anything else is refused with 400. */
    static JsonNode read(String body) {
        try {
            JsonNode node = MAPPER.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw ApiError.badRequest("Body is not valid JSON", null);
        }
        throw ApiError.badRequest("Body is not a JSON object", null);
    }
}
