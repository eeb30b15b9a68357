package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Schedules;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** An event is a hint that something is worth reading now; it is never taken for the state itself. */
@Component("hintDesk")
public class HintDesk {

    static final String PAYLOAD = "payload";

    private final Deliveries deliveries;
    private final Schedules schedules;
    private final Creditors creditors;

    public HintDesk(Deliveries deliveries, Schedules schedules, Creditors creditors) {
        this.deliveries = deliveries;
        this.schedules = schedules;
        this.creditors = creditors;
    }

    /** The batch with this receipt has its verdict: ask for it now. */
    public void batch(Exchange exchange, String receiptAt) {
        deliveries.wake(agency(exchange), event(exchange).at(receiptAt).asText());
    }

    /** Something new to read for one creditor. */
    public void due(Exchange exchange, Job job, String referenceAt, String otherReferenceAt) {
        JsonNode event = event(exchange);
        String reference =
                event.at(referenceAt).asText(event.at(otherReferenceAt).asText());
        creditors.everywhere().stream()
                .filter(creditor -> creditor.agency().equals(agency(exchange)))
                .filter(creditor -> reference.equals(creditor.agencyReference()))
                .forEach(creditor -> schedules.hint(creditor.id(), creditor.agency(), job.name()));
    }

    private static String agency(Exchange exchange) {
        return Notebook.need(exchange, WebhookDesk.AGENCY, String.class);
    }

    private static JsonNode event(Exchange exchange) {
        try {
            return ExactJson.read(Notebook.need(exchange, PAYLOAD, String.class));
        } catch (JsonProcessingException garbled) {
            throw new Refusal("GARBAGE", "A signed event is not JSON");
        }
    }
}
