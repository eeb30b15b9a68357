package no.kravbro.camel;

import com.fasterxml.jackson.core.JsonProcessingException;
import no.kravbro.money.Statement;
import no.kravbro.reconcile.StatementEntry;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Takes statements of account from the wire to the room that checks them. */
@Component("statementDesk")
public class StatementDesk {

    private static final String WHAT = "The account of a period";

    private final StatementEntry entry;

    public StatementDesk(StatementEntry entry) {
        this.entry = entry;
    }

    /** Checks it and expects its payout; a finding sends it to the dead letters. */
    public void enter(Exchange exchange) throws JsonProcessingException {
        Statement statement = Documents.read(WHAT, exchange.getMessage().getBody(String.class), Statement.class);
        Documents.identified(WHAT, statement.id());
        Documents.present(WHAT, "day", statement.day());
        Documents.present(WHAT, "remittance", statement.remittance());
        DeadLetterDesk.Received received =
                Notebook.need(exchange, DeadLetterDesk.RECEIVED, DeadLetterDesk.Received.class);
        entry.enter(Notebook.creditor(exchange), statement, received.source(), received.key());
    }
}
