package no.kravbro.camel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import no.kravbro.bundle.MappingException;
import no.kravbro.creditor.Creditor;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.deadletter.Failure;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.InboxEntry;
import no.kravbro.delivery.LeaseLost;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Refusal;
import no.kravbro.delivery.Run;
import no.kravbro.delivery.Work;
import no.kravbro.tripletex.MalformedAnswer;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The end of the one road. What is certain is written down as a dead letter; work whose fate is in doubt is recorded as
 * unknown, so that it is asked about before a person is bothered.
 */
@Component("deadLetterDesk")
public class DeadLetterDesk {

    /** Source and key of the received thing that is being worked on. */
    static final String RECEIVED = "received";

    /** The same for what is not let in at all unless it fails. */
    static final String TOLD = "told";

    private static final Pattern CLAIM_KEY = Pattern.compile("[0-9]{9}-[1-9][0-9]{0,18}");
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterDesk.class);

    private final DeadLetters letters;
    private final Deliveries deliveries;
    private final Inbox inbox;
    private final RunningBundle bundle;

    public DeadLetterDesk(DeadLetters letters, Deliveries deliveries, Inbox inbox, RunningBundle bundle) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.bundle = bundle;
    }

    /** What was received, where to find it in the inbox, and what is at stake. */
    record Received(String source, String key, String payload, String claimKey, long amountOre) {

        /** The agency's word for the claim may be anything, a person's number too; what is no claim key is none of ours. */
        Received {
            claimKey = claimKey == null || !CLAIM_KEY.matcher(claimKey).matches() ? null : claimKey;
        }

        /** A case tells how a claim stands; all else that is received is money. */
        String what() {
            return source.endsWith(".case") ? "CASE" : "SETTLEMENT";
        }

        /** The same, now that it is known what it is about. */
        Received about(String claim, long ore) {
            return new Received(source, key, payload, claim, ore);
        }
    }

    public void bury(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Run run = run(exchange);
        if (failure instanceof GivenUpDelivery given) {
            letters.bury(given.givenUp(), run);
        } else if (failure instanceof LeaseLost || MemoryFailure.passing(failure)) {
            // The lease runs out by itself, and then it is asked about: nothing is lost by leaving it.
            LOG.error("{} stopped: {}", exchange.getFromRouteId(), failure.toString());
            readAgain(exchange);
        } else if (exchange.getVariable(RECEIVED) != null) {
            received(exchange, failure, run);
        } else if (exchange.getVariable(TOLD) != null) {
            Received told = exchange.getVariable(TOLD, Received.class);
            bury(exchange, told, failure, letIn(exchange, told), run);
        } else if (exchange.getVariable(Notebook.WORK) != null) {
            work(exchange, failure, run);
        } else {
            LOG.error("{} failed", exchange.getFromRouteId(), failure);
            readAgain(exchange);
        }
    }

    /** What stands behind a cursor or in a numbered file comes once: what is not written down here must keep either uncounted. */
    private static void readAgain(Exchange exchange) {
        if (exchange.getVariable(CursorDesk.LIST) != null) {
            throw new IllegalStateException("The page is read again: " + exchange.getFromRouteId() + " stopped");
        }
        if (exchange.getVariable(FolderDesk.INCOMING) != null) {
            throw new IllegalStateException("The file is read again: " + exchange.getFromRouteId() + " stopped");
        }
    }

    private InboxEntry letIn(Exchange exchange, Received told) {
        String creditor = Notebook.creditor(exchange).id();
        boolean changed = inbox.enter(told.source(), told.key(), creditor, told.payload()) == Inbox.Entry.CHANGED;
        return (changed
                        ? inbox.findChanged(told.source(), told.key(), told.payload())
                        : inbox.find(told.source(), told.key()))
                .orElseThrow();
    }

    /** Never the words of the database: they quote the row. */
    private static String words(Throwable failure) {
        return MemoryFailure.any(failure) ? "The database refused it" : failure.getMessage();
    }

    private void work(Exchange exchange, Throwable failure, Run run) {
        Work work = Notebook.work(exchange);
        if (!(failure instanceof Refusal || failure instanceof ReadFailed)) {
            LOG.warn("{} of {} failed in {}", work.kind(), work.creditorId(), run.routeId(), failure);
        }
        boolean mayBeThere = mayBeThere(exchange, work, failure);
        Outcome outcome = !mayBeThere
                        && failure instanceof MappingException
                        && work.members().size() > 1
                // Nothing of it was sent, and one of them alone may be to blame.
                ? Outcome.NotSent.refusedTogether(words(failure))
                : outcome(failure, mayBeThere);
        Map<Long, Outcome> outcomes = new HashMap<>();
        work.ids().forEach(id -> outcomes.put(id, outcome));
        List<GivenUp> givenUp = deliveries.record(work, outcomes, run);
        givenUp.forEach(each -> letters.bury(each, run));
    }

    /**
     * A call that was held back (no calls left, no session) went nowhere: what is stored may be sent later as it is, and a
     * question that was not asked says nothing. After any other failure only the far side knows.
     */
    private static boolean mayBeThere(Exchange exchange, Work work, Throwable failure) {
        boolean onItsWay = exchange.getVariable(Wire.ON_ITS_WAY, false, Boolean.class);
        boolean stored = exchange.getVariable(TransmissionDesk.STORED, false, Boolean.class) || work.stored();
        return onItsWay || stored && !(failure instanceof ReadFailed);
    }

    /** @param mayBeThere the far side may have it: nothing that fails on our side can prove otherwise */
    private static Outcome outcome(Throwable failure, boolean mayBeThere) {
        String words = words(failure);
        if (mayBeThere) {
            return new Outcome.Unknown("UNEXPECTED", words);
        }
        if (failure instanceof Refusal refusal) {
            return refusal.outcome();
        }
        if (failure instanceof ReadFailed read) {
            return new Outcome.NotSent(read.cause(), words, read.pause(), false);
        }
        if (failure instanceof MalformedAnswer) {
            // Nothing is stored, so nothing was sent: it was a read that came back garbled.
            return new Outcome.NotSent("GARBAGE", words);
        }
        return new Outcome.Rejected(failure instanceof MappingException ? "MAPPING_FAILED" : "UNEXPECTED", words);
    }

    private void received(Exchange exchange, Throwable failure, Run run) {
        Received received = exchange.getVariable(RECEIVED, Received.class);
        InboxEntry entry = ("CONTENT_CHANGED".equals(no(failure).cause())
                        ? inbox.findChanged(received.source(), received.key(), received.payload())
                        : inbox.find(received.source(), received.key()))
                .orElse(null);
        if (entry == null) {
            // Not even let in: it is read again with the next run.
            LOG.error("{} {} could not be let in", received.source(), received.key(), failure);
            readAgain(exchange);
            return;
        }
        bury(exchange, received, failure, entry, run);
    }

    private static Outcome.Rejected no(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.outcome();
        }
        if (failure instanceof ReadFailed read) {
            return new Outcome.Rejected(read.cause(), words(failure));
        }
        if (failure instanceof ArithmeticException) {
            return new Outcome.Rejected("UNREADABLE", "Its amounts add up to more than can be counted");
        }
        return new Outcome.Rejected(
                failure instanceof MappingException ? "MAPPING_FAILED" : "UNEXPECTED", words(failure));
    }

    private void bury(Exchange exchange, Received received, Throwable failure, InboxEntry entry, Run run) {
        Outcome.Rejected no = no(failure);
        Creditor creditor = exchange.getVariable(Notebook.CREDITOR, Creditor.class);
        letters.bury(new Failure(
                null,
                entry.id(),
                received.source() + "/" + received.key(),
                received.what(),
                creditor == null ? null : creditor.id(),
                creditor == null ? null : creditor.agency(),
                received.claimKey(),
                received.amountOre(),
                no.cause(),
                null,
                no.detail(),
                false,
                run));
    }

    private Run run(Exchange exchange) {
        String route = exchange.getProperty(Exchange.FAILURE_ROUTE_ID, exchange.getFromRouteId(), String.class);
        return new Run(bundle.version(), route);
    }
}
