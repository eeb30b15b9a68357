package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import no.kravbro.bundle.ExactJson;
import no.kravbro.creditor.Creditors;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.InboxEntry;
import no.kravbro.delivery.Run;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Takes up what a crash left lying: received things not worked on, and deliveries given up but not buried. */
@Component("inboxDesk")
public class InboxDesk {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 20;
    private static final List<String> KEPT = List.of("payment", "settlement", "withdrawal", "case");

    private final Inbox inbox;
    private final Creditors creditors;
    private final Deliveries deliveries;
    private final DeadLetters letters;

    public InboxDesk(Inbox inbox, Creditors creditors, Deliveries deliveries, DeadLetters letters) {
        this.inbox = inbox;
        this.creditors = creditors;
        this.deliveries = deliveries;
        this.letters = letters;
    }

    /** Received things to take up again; events are hints, and an old hint is worth nothing. */
    public List<InboxEntry> stale() {
        for (GivenUp givenUp : deliveries.unburied(LEASE, AT_ONCE)) {
            letters.bury(givenUp, Run.NONE);
        }
        letters.solveReceived();
        List<InboxEntry> stale = inbox.stale(LEASE, AT_ONCE);
        stale.stream().filter(entry -> !isKept(entry)).forEach(entry -> inbox.worked(entry.id()));
        return stale.stream().filter(InboxDesk::isKept).toList();
    }

    private static boolean isKept(InboxEntry entry) {
        return KEPT.contains(thing(entry));
    }

    private static String thing(InboxEntry entry) {
        return entry.source().substring(entry.source().indexOf('.') + 1);
    }

    /** Puts one on its way, behind the door it came through. */
    public void reenter(Exchange exchange) throws JsonProcessingException {
        InboxEntry entry = exchange.getMessage().getBody(InboxEntry.class);
        String agency = entry.source().substring(0, entry.source().indexOf('.'));
        exchange.setVariable(Notebook.CREDITOR, creditors.at(entry.creditorId(), agency));
        exchange.setVariable(
                DeadLetterDesk.RECEIVED,
                new DeadLetterDesk.Received(entry.source(), entry.key(), entry.payload(), null, 0));
        exchange.setVariable("port", agency + ".enter-" + thing(entry));
        exchange.getMessage().setBody(body(entry.payload()));
    }

    /** As the wire brought it: most agencies speak JSON, one speaks XML. */
    private static Object body(String payload) throws JsonProcessingException {
        return payload.startsWith("<") ? payload : ExactJson.read(payload);
    }
}
