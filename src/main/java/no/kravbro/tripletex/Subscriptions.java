package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The events that Tripletex is to tell us of. One subscription per event and token.
 *
 * @param events by their names
 * @param target where they are sent to
 * @param secret that they are signed with
 */
public record Subscriptions(Collection<String> events, String target, String secret) {

    /** Tells our own vouchers from others'; a matching carries its postings. */
    private static final Map<String, String> FIELDS =
            Map.of("voucher", "id,externalVoucherNumber", "closeGroup", "id", "invoice", "id");

    /** Those there are. */
    public static TripletexRequest list() {
        return TripletexRequest.get(
                "/event/subscription", Map.of("count", "1000", "fields", "id,event,status,targetUrl"));
    }

    /** What must be asked for so that every event is told of: none while all is well. */
    public List<TripletexRequest> repairs(String answer) {
        Map<String, JsonNode> there = new HashMap<>();
        InvoiceReader.list(answer).forEach(node -> there.put(node.path("event").asText(), node));
        List<TripletexRequest> repairs = new ArrayList<>();
        for (String event : new TreeSet<>(events)) {
            JsonNode known = there.get(event);
            if (known == null) {
                repairs.add(new TripletexRequest(
                        "POST",
                        "/event/subscription",
                        Map.of(),
                        body().put("event", event).put("fields", fields(event)).toString()));
            } else if (!isWell(known)) {
                repairs.add(new TripletexRequest(
                        "PUT",
                        "/event/subscription/" + known.path("id").asLong(),
                        Map.of(),
                        body().put("status", "ACTIVE").toString()));
            }
        }
        return repairs;
    }

    private boolean isWell(JsonNode known) {
        return "ACTIVE".equals(known.path("status").asText())
                && target.equals(known.path("targetUrl").asText());
    }

    private static String fields(String event) {
        return FIELDS.get(event.substring(0, event.indexOf('.')));
    }

    private ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("targetUrl", target).put("hmacSharedSecret", secret);
    }
}
