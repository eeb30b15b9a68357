package no.kravbro.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A fault as the control page takes it: {@code {"partner":"autocollect","kind":"TOO_MANY_429","method":"POST",
 * "path":".*\/invoices","times":2,"percent":50,"delayMillis":800,"retryAfter":30}}; partner and kind are required.
 */
final class FaultJson {

    private FaultJson() {}

    static String partner(JsonNode body) {
        if (!body.hasNonNull("partner")) {
            throw new IllegalArgumentException("Which partner?");
        }
        return body.get("partner").asText();
    }

    static Fault read(JsonNode body) {
        JsonNode path = body.path("path");
        JsonNode delay = body.path("delayMillis");
        JsonNode retryAfter = body.path("retryAfter");
        return new Fault(
                FaultKind.valueOf(body.path("kind").asText()),
                body.path("method").asText(null),
                path.isTextual() ? Pattern.compile(path.asText()) : null,
                body.path("times").asInt(1),
                body.path("percent").asInt(100),
                delay.isNumber() ? Duration.ofMillis(delay.asLong()) : null,
                retryAfter.isNumber() ? retryAfter.asInt() : null);
    }
}
