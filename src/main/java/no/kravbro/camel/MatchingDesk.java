package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.ExactJson;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Transmissions;
import no.kravbro.delivery.Work;
import no.kravbro.reconcile.OpenItem;
import no.kravbro.tripletex.InvoiceBalance;
import no.kravbro.tripletex.TripletexAnswers;
import no.kravbro.tripletex.TripletexRequests;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/**
 * Matches what we booked with the open item. Postings can be matched only when they sum to zero; until then the booking is
 * an open part payment, which is no alarm.
 */
@Component("matchingDesk")
public class MatchingDesk {

    private static final String CLOSED = "closed";
    /** Set when the invoice must show what was done: it was matched, or something was taken back. */
    private static final String TO_BE_READ_BACK = "toBeReadBack";

    private final OpenItem openItem;
    private final TripletexAnswers answers;
    private final Transmissions transmissions;

    public MatchingDesk(OpenItem openItem, TripletexAnswers answers, Transmissions transmissions) {
        this.openItem = openItem;
        this.answers = answers;
        this.transmissions = transmissions;
    }

    /** Sets the call that matches, or none while the sum is not zero. */
    public void begin(Exchange exchange) {
        if (exchange.getVariable(TransmissionDesk.PREPARED) != null) {
            return;
        }
        Delivery member = BookingDesk.member(exchange);
        List<Long> postings = openItem.matching(member.claimKey());
        if (!postings.isEmpty()) {
            exchange.setVariable(Notebook.REQUEST, TripletexRequests.closePostings(postings));
        } else if (openItem.takesBack(member.key())) {
            exchange.setVariable(TO_BE_READ_BACK, true);
        }
    }

    public void closed(Exchange exchange) {
        Work work = Notebook.work(exchange);
        Map<Long, Outcome> closed = answers.postingsClosed(BookingDesk.answer(exchange), work, ids(exchange));
        exchange.setVariable(CLOSED, closed);
        exchange.setVariable(TO_BE_READ_BACK, closed.values().stream().allMatch(Outcome.Accepted.class::isInstance));
    }

    /** What became of it, with what the invoice shows as open afterwards. */
    @SuppressWarnings("unchecked")
    public Map<Long, Outcome> readBack(Exchange exchange) {
        Map<Long, Outcome> closed = exchange.getVariable(CLOSED, Map.class);
        Delivery member = BookingDesk.member(exchange);
        if (closed == null) {
            return unmatched(exchange, member);
        }
        if (!(closed.get(member.id()) instanceof Outcome.Accepted)) {
            return closed;
        }
        WireAnswer answer = BookingDesk.answer(exchange);
        if (answer.status() != 200) {
            // Matched, but not read back: asked about once more, by reading alone.
            return Map.of(member.id(), new Outcome.Unknown("NO_ANSWER", "The invoice could not be read back"));
        }
        return BookingDesk.withBalance(answer, closed, matched(answer));
    }

    private static Map<Long, Outcome> unmatched(Exchange exchange, Delivery member) {
        Map<Long, Outcome> open = Map.of(member.id(), new Outcome.Accepted(Map.of("matched", "false")));
        if (!exchange.getVariable(TO_BE_READ_BACK, false, Boolean.class)) {
            return open;
        }
        WireAnswer answer = BookingDesk.answer(exchange);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        return BookingDesk.withBalance(answer, open, Map.of());
    }

    public Map<Long, Outcome> proven(Exchange exchange) {
        Work work = Notebook.work(exchange);
        WireAnswer answer = BookingDesk.answer(exchange);
        Map<Long, Outcome> found = answers.matchingFound(answer, work, ids(exchange));
        boolean accepted = found.values().stream().allMatch(Outcome.Accepted.class::isInstance);
        return BookingDesk.withBalance(answer, found, accepted ? matched(answer) : Map.of());
    }

    /** It is done, and these are what the invoice shows as matched. */
    private static Map<String, String> matched(WireAnswer answer) {
        String shown = InvoiceBalance.of(answer.body()).matched().stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return Map.of("matched", "true", "shown", shown);
    }

    /** The postings named in the stored transmission. */
    private List<Long> ids(Exchange exchange) {
        try {
            JsonNode stored = ExactJson.read(TransmissionDesk.sent(exchange, transmissions));
            List<Long> ids = new ArrayList<>();
            stored.forEach(id -> ids.add(id.asLong()));
            return ids;
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(
                    "Transmission " + Notebook.work(exchange).transmissionId() + " names no postings", notOurs);
        }
    }
}
