package no.kravbro.camel;

import java.util.Optional;
import no.kravbro.agency.WireAnswer;
import no.kravbro.creditor.Creditor;
import no.kravbro.tripletex.LedgerFactStore;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Reads what bookings need to know about a creditor's ledger, once a day, one fact a call. */
@Component("ledgerDesk")
public class LedgerDesk {

    /** Set when facts were read for this very booking, so that they are not older than it. */
    static final String FRESH = "fresh-facts";

    private static final String NEED = "need";

    private final LedgerFactStore facts;

    public LedgerDesk(LedgerFactStore facts) {
        this.facts = facts;
    }

    /** Sets the call for the next missing fact, or none. */
    public void next(Exchange exchange) {
        Optional<LedgerFactStore.Need> missing = facts.missing(Notebook.creditor(exchange));
        if (missing.isPresent()) {
            exchange.setVariable(NEED, missing.get());
            exchange.setVariable(Notebook.REQUEST, missing.get().request());
        } else {
            exchange.removeVariable(Notebook.REQUEST);
        }
    }

    public void keep(Exchange exchange) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        Creditor creditor = Notebook.creditor(exchange);
        facts.keep(creditor, Notebook.need(exchange, NEED, LedgerFactStore.Need.class), answer.body());
        exchange.setVariable(FRESH, true);
        next(exchange);
    }
}
