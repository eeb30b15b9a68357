package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import no.kravbro.bundle.ExactJson;
import no.kravbro.money.Statement;
import no.kravbro.reconcile.StatementEntry;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Takes statements of account from the wire to the room that checks them. */
@Component("statementDesk")
public class StatementDesk {

    private final StatementEntry entry;

    public StatementDesk(StatementEntry entry) {
        this.entry = entry;
    }

    /** Checks it and expects its payout; a finding sends it to the dead letters. */
    public void enter(Exchange exchange) throws JsonProcessingException {
        Statement statement = ExactJson.value(exchange.getMessage().getBody(String.class), Statement.class);
        DeadLetterDesk.Received received =
                Notebook.need(exchange, DeadLetterDesk.RECEIVED, DeadLetterDesk.Received.class);
        entry.enter(Notebook.creditor(exchange), statement, received.source(), received.key());
    }
}
