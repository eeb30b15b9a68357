package no.kravbro.camel;

import java.util.ArrayDeque;
import java.util.Deque;
import no.kravbro.Secrets;
import no.kravbro.Settings;
import no.kravbro.agency.WireAnswer;
import no.kravbro.creditor.Creditor;
import no.kravbro.tripletex.Subscriptions;
import no.kravbro.tripletex.TripletexRequest;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps a creditor's subscriptions of Tripletex's events alive: makes the missing ones, and enables again what was disabled.
 * One call while all is well; to ask twice for the same changes nothing.
 */
@Component("subscriptionDesk")
public class SubscriptionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionDesk.class);
    private static final String CALLS = "subscription-calls";
    private static final int THERE_ALREADY = 409;

    private final Settings settings;
    private final JobDesk jobs;

    public SubscriptionDesk(Settings settings, JobDesk jobs) {
        this.settings = settings;
        this.jobs = jobs;
    }

    /** Asks for those there are. */
    public void begin(Exchange exchange) {
        exchange.removeVariable(CALLS);
        exchange.setVariable(Notebook.REQUEST, Subscriptions.list());
    }

    /** Takes in the answer, and sets the next call or none. */
    @SuppressWarnings("unchecked")
    public void read(Exchange exchange) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        Deque<TripletexRequest> calls = exchange.getVariable(CALLS, Deque.class);
        boolean first = calls == null;
        boolean good = answer.status() == 200 || !first && (answer.status() == 201 || answer.status() == THERE_ALREADY);
        if (!good) {
            throw new ReadFailed(answer);
        }
        if (first) {
            calls = missing(Notebook.creditor(exchange), answer.body());
            exchange.setVariable(CALLS, calls);
        }
        jobs.holdOn(exchange);
        TripletexRequest next = calls.poll();
        if (next == null) {
            exchange.removeVariable(Notebook.REQUEST);
        } else {
            exchange.setVariable(Notebook.REQUEST, next);
        }
    }

    private Deque<TripletexRequest> missing(Creditor creditor, String body) {
        Settings.Tripletex tripletex = settings.tripletex();
        Subscriptions wanted = new Subscriptions(
                TripletexHintDesk.EVENTS,
                tripletex.webhookUrl() + "/" + creditor.id(),
                Secrets.text(tripletex.webhookSecretFile()));
        Deque<TripletexRequest> calls = new ArrayDeque<>(wanted.repairs(body));
        if (!calls.isEmpty()) {
            LOG.info("Subscriptions of {} made or enabled again: {}", creditor.id(), calls.size());
        }
        return calls;
    }
}
