package no.kravbro.reconcile;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import no.kravbro.bundle.ExactJson;

/**
 * A payment on an invoice as the payload of the delivery that registers it.
 *
 * @param amountOre principal, negative when taken back
 */
public record PaymentOrder(long invoiceId, LocalDate day, long amountOre) {

    String json() {
        return ExactJson.write(ExactJson.treeOf(this));
    }

    public static PaymentOrder parse(String json) {
        try {
            return ExactJson.value(json, PaymentOrder.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("The payload of a booking is not a payment order", notOurs);
        }
    }
}
