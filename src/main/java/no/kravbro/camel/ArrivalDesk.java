package no.kravbro.camel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.Timeline;
import no.kravbro.reconcile.SettlementEntry;
import no.kravbro.reconcile.SettlementEntry.Arrived;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes a page of settlements in with two commits: one lets all rows in, one enters those that are new. Between the two each
 * row goes its own way through the idempotent step. What cannot be entered together is entered one by one.
 */
@Component("arrivalDesk")
public class ArrivalDesk {

    static final String ARRIVALS = "arrivals";

    private static final Logger LOG = LoggerFactory.getLogger(ArrivalDesk.class);

    private final Inbox inbox;
    private final SettlementEntry entry;

    public ArrivalDesk(Inbox inbox, SettlementEntry entry) {
        this.inbox = inbox;
        this.entry = entry;
    }

    /** Lets the rows in, told by paths as in {@link SettlementDesk#note}. */
    public void letIn(Exchange exchange, String idAt, String claimAt, String netAt) {
        List<JsonNode> rows = new ArrayList<>();
        for (Object row : exchange.getMessage().getBody(List.class)) {
            rows.add((JsonNode) row);
        }
        String creditor = Notebook.creditor(exchange).id();
        List<DeadLetterDesk.Received> received = rows.stream()
                .map(row -> SettlementDesk.received(exchange, row, "settlement", idAt, claimAt, netAt))
                .toList();
        List<Inbox.Entry> entries = inbox.enterAll(received.stream()
                .map(each -> new Inbox.Arrival(each.source(), each.key(), creditor, each.payload()))
                .toList());
        Arrivals arrivals = new Arrivals();
        for (int i = 0; i < entries.size(); i++) {
            arrivals.let(rows.get(i), new Arrivals.Let(received.get(i), entries.get(i)));
        }
        exchange.setVariable(ARRIVALS, arrivals);
    }

    /** One of the page that could not be entered. */
    record Refused(DeadLetterDesk.Received received, RuntimeException failure) {}

    /** Enters what the page brought that is new, and gives what could not be entered. */
    public List<Refused> enter(Exchange exchange) {
        List<Arrivals.Checked> checked =
                Notebook.need(exchange, ARRIVALS, Arrivals.class).checked();
        exchange.removeVariable(ARRIVALS);
        Creditor creditor = Notebook.creditor(exchange);
        List<Refused> refused = checked.isEmpty() ? List.of() : entered(creditor, checked);
        exchange.setVariable(
                TimelineDesk.NOTES,
                checked.stream()
                        .filter(each -> refused.stream().noneMatch(no -> no.received() == each.received()))
                        .map(each -> each.settlement())
                        .map(each -> new Timeline.Note(each.claimKey(), SettlementDesk.HAS_COME, each.id()))
                        .toList());
        return refused;
    }

    private List<Refused> entered(Creditor creditor, List<Arrivals.Checked> checked) {
        try {
            entry.enterAll(creditor, checked.stream().map(ArrivalDesk::arrived).toList());
            return List.of();
        } catch (RuntimeException oneOfThem) {
            LOG.debug("Each of the page alone", oneOfThem);
            List<Refused> refused = new ArrayList<>();
            checked.forEach(each -> alone(creditor, each, refused));
            return refused;
        }
    }

    private void alone(Creditor creditor, Arrivals.Checked each, List<Refused> refused) {
        try {
            entry.enterAll(creditor, List.of(arrived(each)));
        } catch (RuntimeException failure) {
            refused.add(new Refused(each.received(), failure));
        }
    }

    private static Arrived arrived(Arrivals.Checked each) {
        return new Arrived(
                each.settlement(), each.received().source(), each.received().key());
    }

    /** Sends one down the road of every other failure. */
    public void refuse(Exchange exchange) {
        Refused refused = exchange.getMessage().getBody(Refused.class);
        exchange.setVariable(DeadLetterDesk.RECEIVED, refused.received());
        throw refused.failure();
    }
}
