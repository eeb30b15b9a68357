package no.kravbro.camel;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Transmissions;
import no.kravbro.delivery.Work;
import no.kravbro.reconcile.OpenItem;
import no.kravbro.tripletex.TripletexRequest;
import no.kravbro.tripletex.TripletexRequests;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Makes ready together what the bookings of one claim will send, and stores it in one commit. Nothing is decided here: what
 * cannot be made ready, for whatever reason, goes its own way alone and fails there, as if nobody had tried.
 */
@Component("readyDesk")
public class ReadyDesk {

    static final String READY = "ready";
    /** Set while it is made ready: what is found to be in the way now is none of our business. */
    static final String TRYING = "trying";

    private static final Logger LOG = LoggerFactory.getLogger(ReadyDesk.class);

    private final ServedBy servedBy;
    private final OpenItem openItem;
    private final Transmissions transmissions;
    private final Clock machine;

    public ReadyDesk(
            ServedBy servedBy, OpenItem openItem, Transmissions transmissions, @Qualifier("machine") Clock machine) {
        this.servedBy = servedBy;
        this.openItem = openItem;
        this.transmissions = transmissions;
        this.machine = machine;
    }

    /** Notes the works of a claim, and gives those whose vouchers are to be written. */
    public List<Work> vouchers(Exchange exchange) {
        List<Work> works = new ArrayList<>();
        for (Object work : exchange.getMessage().getBody(Iterable.class)) {
            works.add((Work) work);
        }
        Ready ready = new Ready(works);
        exchange.setVariable(READY, ready);
        return ready.fresh(DeliveryKind.BOOK_VOUCHER);
    }

    /** Notes whose voucher is to be written. */
    public void begin(Exchange exchange) {
        Work work = exchange.getMessage().getBody(Work.class);
        exchange.setVariable(Notebook.WORK, work);
        exchange.setVariable(TRYING, true);
        exchange.setVariable(Notebook.CREDITOR, servedBy.of(work));
    }

    public void written(Exchange exchange) {
        ready(exchange).add(Notebook.work(exchange), Notebook.need(exchange, Notebook.REQUEST, TripletexRequest.class));
    }

    /** It tells why when it goes alone. */
    public void notReady(Exchange exchange) {
        LOG.debug("Goes alone", exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    private static Ready ready(Exchange exchange) {
        return Notebook.need(exchange, READY, Ready.class);
    }

    /** Adds what is to be matched, stores all of it, and goes on with all works of the claim. */
    public List<Work> store(Exchange exchange) {
        Ready ready = ready(exchange);
        try {
            matchings(ready);
            List<Transmissions.Content> contents = ready.contents();
            if (!contents.isEmpty()) {
                ready.stored(stored(contents));
            }
        } catch (RuntimeException oneOfThem) {
            LOG.debug("All of the claim go alone", oneOfThem);
        }
        return ready.works();
    }

    private Instant stored(List<Transmissions.Content> contents) {
        Instant until = machine.instant().plus(Transmissions.IN_TURN);
        transmissions.storeAll(contents);
        return until;
    }

    private void matchings(Ready ready) {
        List<Work> works = ready.fresh(DeliveryKind.CLOSE_POSTINGS);
        Map<String, List<Long>> matching = openItem.matching(
                works.stream().map(work -> work.members().get(0).claimKey()).toList());
        for (Work work : works) {
            List<Long> postings = matching.get(work.members().get(0).claimKey());
            if (!postings.isEmpty()) {
                ready.add(work, TripletexRequests.closePostings(postings));
            }
        }
    }
}
