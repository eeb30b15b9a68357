package no.kravbro.camel;

import no.kravbro.agency.WireAnswer;
import no.kravbro.creditor.Creditor;
import no.kravbro.tripletex.LedgerFactStore;
import no.kravbro.tripletex.LedgerFacts;
import no.kravbro.tripletex.TripletexRequest;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What a creditor's ledger looks like, read through the routes when it is not known today. */
@Component("ledgerDesk")
public class LedgerDesk {

    private final LedgerFactStore facts;
    private final ProducerTemplate routes;

    public LedgerDesk(LedgerFactStore facts, @Lazy ProducerTemplate routes) {
        this.facts = facts;
        this.routes = routes;
    }

    LedgerFacts today(Creditor creditor) {
        return facts.today(creditor, request -> read(creditor, request));
    }

    LedgerFacts again(Creditor creditor) {
        return facts.again(creditor, request -> read(creditor, request));
    }

    private String read(Creditor creditor, TripletexRequest request) {
        Exchange answered = routes.send("direct:tripletex.fetch-ledger", exchange -> {
            exchange.setVariable(Notebook.CREDITOR, creditor);
            exchange.setVariable(Notebook.REQUEST, request);
        });
        if (answered.getException() instanceof ReadFailed failed) {
            throw failed;
        }
        if (answered.getException() != null) {
            throw new ReadFailed("The ledger could not be read: " + answered.getException(), null);
        }
        WireAnswer answer = answered.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        return answer.body();
    }
}
