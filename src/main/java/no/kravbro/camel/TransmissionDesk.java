package no.kravbro.camel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import no.kravbro.delivery.Transmissions;
import no.kravbro.delivery.Work;
import no.kravbro.tripletex.PaymentIntent;
import no.kravbro.tripletex.TripletexRequest;
import org.apache.camel.Exchange;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Stores what is about to be sent, before it is sent, and puts exactly those bytes on the message. */
@Component("transmissionDesk")
public class TransmissionDesk {

    /** Set once the bytes are stored. */
    static final String STORED = "stored";

    /** The text that was stored, for whoever reads the answer to it. */
    private static final String TEXT = "stored-text";

    /** Set when the bytes were stored before, together with others of the claim. */
    static final String PREPARED = "prepared";

    static final String JSON = "application/json; charset=utf-8";

    private final Transmissions transmissions;
    private final Clock machine;

    public TransmissionDesk(Transmissions transmissions, @Qualifier("machine") Clock machine) {
        this.transmissions = transmissions;
        this.machine = machine;
    }

    /** The same for a body that is not JSON. */
    public void storeAs(Exchange exchange, String contentType) {
        if (Trying.end(exchange, exchange.getMessage().getBody(String.class))) {
            return;
        }
        exchange.getMessage().setBody(keep(exchange, exchange.getMessage().getBody(String.class), contentType));
        exchange.setVariable(STORED, true);
    }

    /** A repeated transmission gets the bytes of its first time, whatever was made now. */
    public void store(Exchange exchange) {
        if (Trying.end(exchange, exchange.getMessage().getBody(String.class))) {
            return;
        }
        PaymentIntent intent = exchange.getVariable(BookingDesk.INTENT, PaymentIntent.class);
        Ready.Stored stored = exchange.getVariable(PREPARED, Ready.Stored.class);
        if (stored != null && machine.instant().isBefore(stored.until())) {
            exchange.setVariable(TEXT, stored.request().body());
        } else if (intent == null) {
            body(exchange);
        } else {
            // A payment has no body: what is stored is the intent, and the call is made from what was stored first.
            PaymentIntent first = PaymentIntent.parse(keep(exchange, intent.json(), JSON));
            exchange.setVariable(BookingDesk.INTENT, first);
            exchange.setVariable(Notebook.REQUEST, first.request());
        }
        exchange.setVariable(STORED, true);
    }

    private void body(Exchange exchange) {
        TripletexRequest request = exchange.getVariable(Notebook.REQUEST, TripletexRequest.class);
        String made = request == null ? exchange.getMessage().getBody(String.class) : request.body();
        String first = keep(exchange, made, JSON);
        exchange.getMessage().setBody(first);
        if (request != null) {
            // The call is made from the request, so the request must hold what was stored.
            exchange.setVariable(
                    Notebook.REQUEST, new TripletexRequest(request.method(), request.path(), request.query(), first));
        }
    }

    private String keep(Exchange exchange, String content, String contentType) {
        Work work = Notebook.work(exchange);
        String first = new String(
                transmissions.store(work, content.getBytes(StandardCharsets.UTF_8), contentType),
                StandardCharsets.UTF_8);
        exchange.setVariable(TEXT, first);
        return first;
    }

    /** What this exchange's work was sent as, now or, when it is asked about, before. */
    static String sent(Exchange exchange, Transmissions transmissions) {
        String text = exchange.getVariable(TEXT, String.class);
        return text == null
                ? new String(transmissions.content(Notebook.work(exchange).transmissionId()), StandardCharsets.UTF_8)
                : text;
    }
}
