package no.kravbro.tripletex;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import no.kravbro.bundle.ExactJson;

/**
 * What a payment on an invoice is about to do, stored before it is sent: the API takes no key of ours, so the postings
 * that stood on the invoice just before are all there is to prove it by afterwards.
 *
 * @param amountOre what is paid; negative takes a payment back
 * @param knownPostings ids of the invoice's postings before
 */
public record PaymentIntent(
        long invoiceId, LocalDate day, long paymentTypeId, long amountOre, Set<Long> knownPostings) {

    public PaymentIntent {
        knownPostings = Set.copyOf(knownPostings);
    }

    public TripletexRequest request() {
        return TripletexRequests.payInvoice(invoiceId, day, paymentTypeId, amountOre);
    }

    /** As it is kept as the transmission's bytes. */
    public String json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("invoiceId", invoiceId).put("day", day.toString());
        node.put("paymentTypeId", paymentTypeId).put("amountOre", amountOre);
        new TreeSet<>(knownPostings).forEach(node.putArray("knownPostings")::add);
        return ExactJson.write(node);
    }

    /** Reads what {@link #json} wrote. */
    public static PaymentIntent parse(String json) {
        try {
            JsonNode node = ExactJson.read(json);
            Set<Long> known = new TreeSet<>();
            node.path("knownPostings").forEach(id -> known.add(id.asLong()));
            return new PaymentIntent(
                    node.required("invoiceId").asLong(),
                    LocalDate.parse(node.required("day").asText()),
                    node.required("paymentTypeId").asLong(),
                    node.required("amountOre").asLong(),
                    known);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException("A stored payment intent is not JSON", notOurs);
        }
    }
}
