package no.kravbro.agency;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer in our own words: what every answer mapping produces, whatever the wire looks like.
 *
 * @param receipt what to ask by when they have taken it for processing, or null
 * @param pending still being processed
 * @param absent they know nothing under our id
 * @param pauseSeconds how long they ask us to wait, 0 when they do not say
 * @param ambiguous they know several things under our id, none of which can be told to be ours
 */
record AnswerDocument(
        String receipt,
        boolean pending,
        boolean absent,
        boolean ambiguous,
        List<Item> items,
        List<Fault> errors,
        long pauseSeconds) {

    /** Stands for an answer that no mapping could read. */
    static final AnswerDocument NOTHING = new AnswerDocument(null, false, false, false, List.of(), List.of(), 0);

    /**
     * The verdict on one member.
     *
     * @param key claim key, or null when the answer names the invoice number only (or there is but one member)
     * @param transmission our id under which they hold it, or null where the wire does not tell
     * @param submission number of our submission that they hold, or 0 where the wire does not tell
     * @param closed the case is over, where the wire tells
     */
    record Item(
            String key,
            String invoiceNumber,
            Verdict verdict,
            Map<String, String> references,
            String code,
            String text,
            String transmission,
            int submission,
            boolean closed) {}

    /** What they say of a member. */
    enum Verdict {
        ACCEPTED,
        REJECTED,
        /** They have it already; whose it is has to be seen. */
        EXISTS
    }

    /** What they complain about. */
    record Fault(String code, String field, String text) {}

    /** Reads a canonical document; members that are not there are empty. */
    static AnswerDocument of(JsonNode node) {
        List<Item> items = new ArrayList<>();
        node.path("items").forEach(item -> items.add(item(item)));
        List<Fault> errors = new ArrayList<>();
        node.path("errors").forEach(e -> errors.add(new Fault(text(e, "code"), text(e, "field"), text(e, "text"))));
        return new AnswerDocument(
                text(node, "receipt"),
                node.path("pending").asBoolean(),
                node.path("absent").asBoolean(),
                node.path("ambiguous").asBoolean(),
                items,
                errors,
                node.path("pauseSeconds").asLong());
    }

    /** True when it answers nothing at all: a garbled body that a mapping got through by luck. */
    boolean saysNothing() {
        return receipt == null && !pending && !absent && !ambiguous && items.isEmpty();
    }

    private static Item item(JsonNode node) {
        Map<String, String> references = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> reference : node.path("references").properties()) {
            if (!reference.getValue().isNull()) {
                references.put(reference.getKey(), reference.getValue().asText());
            }
        }
        return new Item(
                text(node, "key"),
                text(node, "invoiceNumber"),
                Verdict.valueOf(node.path("result").asText()),
                references,
                text(node, "code"),
                text(node, "text"),
                text(node, "transmission"),
                node.path("submission").asInt(),
                node.path("closed").asBoolean());
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() || value.asText().isBlank() ? null : value.asText();
    }
}
