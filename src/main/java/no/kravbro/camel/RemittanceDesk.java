package no.kravbro.camel;

import no.kravbro.reconcile.RemittanceAges;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Looks after each job of a creditor, whichever it was, at what its agencies have paid out and not explained. */
@Component("remittanceDesk")
public class RemittanceDesk {

    private final RemittanceAges ages;

    public RemittanceDesk(RemittanceAges ages) {
        this.ages = ages;
    }

    public void look(Exchange exchange) {
        ages.look(Notebook.creditor(exchange).id());
    }
}
