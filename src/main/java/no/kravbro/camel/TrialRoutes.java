package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.MappingException;
import no.kravbro.bundle.Mappings;
import no.kravbro.creditor.Creditor;
import no.kravbro.deadletter.Trial;
import no.kravbro.deadletter.Trial.Finding;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.InboxEntry;
import no.kravbro.delivery.Purpose;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Work;
import no.kravbro.tripletex.TripletexRequest;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Sends single deliveries through the running flow of their kind, as far as the step that would keep what is sent. */
@Component
class TrialRoutes {

    /** The same for every trial, so that the same content has the same hash. */
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static final String MAP = "map:";

    /** Flows of an agency whose first kept thing is what they would send. */
    private static final Map<DeliveryKind, String> FLOWS = Map.of(
            DeliveryKind.SUBMIT_CLAIM, "submit-claim",
            DeliveryKind.REPORT_PAYMENT, "report-payment",
            DeliveryKind.REVERSE_PAYMENT, "report-payment",
            DeliveryKind.REPORT_CREDIT, "report-credit");

    private final ClaimDesk claims;
    private final ReportDesk reports;
    private final Mappings mappings;
    private final ObjectProvider<ModelCamelContext> camel;
    private final ProducerTemplate producer;

    TrialRoutes(
            ClaimDesk claims,
            ReportDesk reports,
            Mappings mappings,
            ObjectProvider<ModelCamelContext> camel,
            @Lazy ProducerTemplate producer) {
        this.claims = claims;
        this.reports = reports;
        this.mappings = mappings;
        this.camel = camel;
        this.producer = producer;
    }

    /** What would be sent. What is made only when it is sent counts as right. */
    Trial sent(Creditor creditor, Delivery delivery) {
        String flow = FLOWS.get(delivery.kind());
        if (flow != null) {
            return through(delivery.target() + "." + flow, creditor, delivery);
        }
        return delivery.kind() == DeliveryKind.BOOK_VOUCHER
                ? through("tripletex.write-voucher", creditor, delivery)
                : Trial.right(null);
    }

    private Trial through(String route, Creditor creditor, Delivery delivery) {
        Work work = new Work(
                NOBODY,
                false,
                delivery.kind(),
                Purpose.SEND,
                delivery.target(),
                delivery.creditorId(),
                null,
                NOBODY,
                List.of(delivery));
        Trying[] trying = new Trying[1];
        Exchange tried = producer.send("direct:" + route, exchange -> {
            trying[0] = Trying.begin(exchange);
            exchange.setVariable(ReadyDesk.TRYING, true);
            exchange.setVariable(Notebook.WORK, work);
            exchange.setVariable(Notebook.CREDITOR, creditor);
            exchange.getMessage().setBody(document(exchange, delivery.kind()));
        });
        if (tried.getException() != null) {
            return failed(tried.getException());
        }
        TripletexRequest request = tried.getVariable(Notebook.REQUEST, TripletexRequest.class);
        return Trial.right(request == null ? trying[0].content() : request.body());
    }

    private String document(Exchange exchange, DeliveryKind kind) {
        return switch (kind) {
            case SUBMIT_CLAIM -> claims.document(exchange);
            case BOOK_VOUCHER -> null;
            default -> reports.document(exchange);
        };
    }

    private static Trial failed(Throwable failure) {
        if (failure instanceof ReadFailed failed) {
            // It is read when its turn comes, as it always is.
            return failed.pause() == null ? Trial.right(null) : Trial.of(Finding.NOT_LOOKED, failed.cause());
        }
        if (failure instanceof Refusal refusal) {
            return Trial.of(Finding.NO_DOCUMENT, refusal.outcome().cause());
        }
        return Trial.of(
                Finding.NO_DOCUMENT,
                failure instanceof MappingException ? failure.getMessage() : "No flow could be tried");
    }

    /** What the flow that takes it up again makes of it first; right when it does not begin with a mapping. */
    Trial received(InboxEntry entry) {
        int dot = entry.source().indexOf('.');
        String route =
                entry.source().substring(0, dot) + ".enter-" + entry.source().substring(dot + 1);
        RouteDefinition flow = camel.getObject().getRouteDefinition(route);
        String mapping = flow == null ? null : mapping(flow.getOutputs().get(0));
        try {
            return Trial.right(mapping == null ? null : mappings.apply(mapping, entry.payload()));
        } catch (MappingException unreadable) {
            return Trial.of(Finding.NO_DOCUMENT, unreadable.getMessage());
        }
    }

    private static String mapping(ProcessorDefinition<?> first) {
        String uri = first instanceof ToDefinition to ? to.getUri() : null;
        return uri != null && uri.startsWith(MAP) ? uri.substring(MAP.length()) : null;
    }

    /** The content of a claim, whatever number it goes under. */
    static JsonNode withoutSubmission(String payload) throws JsonProcessingException {
        ObjectNode content = ExactJson.read(payload).deepCopy();
        content.remove("submission");
        return content;
    }
}
