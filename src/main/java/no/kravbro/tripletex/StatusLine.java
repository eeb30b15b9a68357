package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Reads whether a status or comment of ours stands under an invoice. */
final class StatusLine {

    private static final List<String> FIELDS =
            List.of("status", "message", "comment", "referenceNumber", "externalObjectUrl", "content");

    private StatusLine() {}

    /** The answer to our own line. */
    static JsonNode added(String body) {
        return Canonical.accepted("status", Long.toString(new Fields("Status", InvoiceReader.value(body)).id()));
    }

    /** The lines read again after an unknown outcome: ours is there when the last one says what we sent. */
    static JsonNode reread(String body, JsonNode sent) {
        return InvoiceReader.list(body).stream()
                .max(Comparator.comparingLong(line -> line.path("id").asLong()))
                .filter(last -> same(last, sent))
                .map(last -> Canonical.accepted("status", last.path("id").asText()))
                .orElseGet(Canonical::absent);
    }

    private static boolean same(JsonNode line, JsonNode sent) {
        return FIELDS.stream()
                .allMatch(field -> Objects.equals(
                        line.path(field).asText(""), sent.path(field).asText("")));
    }
}
