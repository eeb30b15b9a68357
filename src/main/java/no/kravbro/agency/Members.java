package no.kravbro.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import no.kravbro.agency.AnswerDocument.Item;
import no.kravbro.delivery.Delivery;

/** Finds the verdict on a member when an answer lacks our key: by invoice number, if that is beyond doubt. */
final class Members {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Members() {}

    static Item byInvoiceNumber(Delivery member, List<Item> items, List<Delivery> members) {
        String number = invoiceNumber(member);
        if (number == null
                || members.stream().filter(m -> number.equals(invoiceNumber(m))).count() != 1) {
            return null;
        }
        List<Item> named = items.stream()
                .filter(i -> i.key() == null && number.equals(i.invoiceNumber()))
                .toList();
        return named.size() == 1 ? named.get(0) : null;
    }

    /** The payload is our own JSON; one that holds no invoice number simply cannot be matched this way. */
    private static String invoiceNumber(Delivery member) {
        try {
            return JSON.readTree(member.payload()).path("invoiceNumber").asText(null);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("Delivery " + member.id() + " has a payload that is not JSON", notJson);
        }
    }
}
