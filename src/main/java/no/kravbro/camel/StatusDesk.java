package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Bookkeeping.StatusIn;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Transmissions;
import no.kravbro.transfer.StatusNote;
import no.kravbro.tripletex.TripletexAnswers;
import no.kravbro.tripletex.TripletexRequest;
import no.kravbro.tripletex.TripletexRequests;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Tells in Tripletex how a claim stands: as a status under the invoice, or as a comment on its voucher. Every work has one member. */
@Component("statusDesk")
public class StatusDesk {

    private static final String WAY = "way";

    private final Transmissions transmissions;
    private final TripletexAnswers answers;

    public StatusDesk(Transmissions transmissions, TripletexAnswers answers) {
        this.transmissions = transmissions;
        this.answers = answers;
    }

    /** The canonical status, and the way it goes. */
    public String document(Exchange exchange) {
        String payload = BookingDesk.member(exchange).payload();
        exchange.setVariable(WAY, note(exchange).way());
        return payload;
    }

    /** The call that adds what the mapping has made. */
    public void post(Exchange exchange) {
        String body = exchange.getMessage().getBody(String.class);
        exchange.setVariable(
                Notebook.REQUEST,
                isStatus(exchange) ? TripletexRequests.postStatus(body) : TripletexRequests.postMessage(body));
    }

    public Map<Long, Outcome> posted(Exchange exchange) {
        return answers.statusPosted(BookingDesk.answer(exchange), Notebook.work(exchange));
    }

    /** Lines are only ever added, so what stands last tells. */
    public void find(Exchange exchange) {
        long voucher = note(exchange).voucherId();
        TripletexRequest request =
                isStatus(exchange) ? TripletexRequests.statuses(voucher) : TripletexRequests.messages(voucher);
        exchange.setVariable(Notebook.REQUEST, request);
    }

    public Map<Long, Outcome> found(Exchange exchange) {
        return answers.statusFound(BookingDesk.answer(exchange), Notebook.work(exchange), sent(exchange));
    }

    private JsonNode sent(Exchange exchange) {
        try {
            return ExactJson.read(TransmissionDesk.sent(exchange, transmissions));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(
                    "Transmission " + Notebook.work(exchange).transmissionId() + " holds no status", notOurs);
        }
    }

    private static boolean isStatus(Exchange exchange) {
        return note(exchange).way().equals(StatusIn.VOUCHER_STATUS.name());
    }

    private static StatusNote note(Exchange exchange) {
        return StatusNote.parse(BookingDesk.member(exchange).payload());
    }
}
