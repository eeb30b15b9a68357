package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimDocument;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.OsloDay;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Dispatch;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Work;
import no.kravbro.transfer.LastLook;
import no.kravbro.tripletex.InvoiceReader;
import no.kravbro.tripletex.Scan;
import no.kravbro.tripletex.TripletexRequests;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Prepares a batch of claims: the last look at each invoice, and the canonical document that the agency's mapping reads. */
@Component("claimDesk")
public class ClaimDesk {

    private static final int OLDEST_DAYS = 3650;

    private final LastLook lastLook;
    private final Dispatch dispatch;
    private final Clock clock;

    public ClaimDesk(LastLook lastLook, Dispatch dispatch, Clock clock) {
        this.lastLook = lastLook;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** Asks for the invoices of all members in one call. */
    public void reread(Exchange exchange) {
        List<Long> ids = Notebook.work(exchange).members().stream()
                .map(member -> ClaimKey.parse(member.claimKey()).invoiceId())
                .toList();
        exchange.setVariable(
                Notebook.REQUEST,
                TripletexRequests.invoicesById(ids, Scan.reachingBack(OsloDay.today(clock), OLDEST_DAYS)));
    }

    /**
     * Takes off what is not right any more. When nothing is left, the flow ends here: what was taken off is recorded. A
     * failed look sends nothing at all.
     */
    public void lookAgain(Exchange exchange) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        Map<Long, Invoice> now = new HashMap<>();
        InvoiceReader.page(answer.body()).forEach(invoice -> now.put(invoice.id(), invoice));
        Work work = Notebook.work(exchange);
        Creditor creditor = Notebook.creditor(exchange);
        LastLook.Around around = lastLook.around(
                creditor, work.members().stream().map(Delivery::claimKey).toList());
        List<Delivery> right = new ArrayList<>();
        for (Delivery member : work.members()) {
            Invoice invoice = now.get(ClaimKey.parse(member.claimKey()).invoiceId());
            if (lastLook.stillRight(work, member, creditor, invoice, around)) {
                right.add(member);
            }
        }
        if (right.isEmpty()) {
            exchange.setRouteStop(true);
        } else if (right.size() < work.members().size()) {
            exchange.setVariable(Notebook.WORK, dispatch.regroup(work, right));
        }
    }

    /** The canonical document of all members. */
    public String document(Exchange exchange) {
        Work work = Notebook.work(exchange);
        Creditor creditor = Notebook.creditor(exchange);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("transmission", work.transmissionId());
        document.putObject("creditor")
                .put("organizationNumber", creditor.organizationNumber())
                .put("name", creditor.name())
                .put("agencyReference", creditor.agencyReference())
                .put("bankAccount", creditor.bankAccount())
                .put("vatRegistered", creditor.vatRegistered());
        ArrayNode claims = document.putArray("claims");
        work.members().forEach(member -> claims.add(ExactJson.treeOf(claim(member))));
        return ExactJson.write(document);
    }

    /** One canonical document per member, for an agency whose wire takes each claim by itself into one request. */
    public List<String> each(Exchange exchange) throws JsonProcessingException {
        JsonNode batch = ExactJson.read(exchange.getMessage().getBody(String.class));
        List<String> documents = new ArrayList<>();
        for (JsonNode claim : batch.path("claims")) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.set("creditor", batch.path("creditor"));
            document.set("claim", claim);
            documents.add(ExactJson.write(document));
        }
        return documents;
    }

    private static ClaimDocument claim(Delivery member) {
        try {
            return ExactJson.value(member.payload(), ClaimDocument.class);
        } catch (JsonProcessingException notOurs) {
            throw new Refusal("MAPPING_FAILED", "The payload of delivery " + member.id() + " is no claim");
        }
    }

    /** No `when` of the router names this agency. */
    public Map<Long, Outcome> noSuchAgency(Exchange exchange) {
        String agency = Notebook.work(exchange).target();
        throw new Refusal("UNEXPECTED", "The router knows no agency " + agency + ": add it to routes/shared");
    }
}
