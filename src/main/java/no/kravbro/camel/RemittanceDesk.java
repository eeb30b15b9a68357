package no.kravbro.camel;

import no.kravbro.reconcile.RemittanceAges;
import no.kravbro.reconcile.UnsolvedCharges;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Looks after each job of a creditor, whichever it was, at what its agencies have paid out and not explained. */
@Component("remittanceDesk")
public class RemittanceDesk {

    private final RemittanceAges ages;
    private final UnsolvedCharges charges;

    public RemittanceDesk(RemittanceAges ages, UnsolvedCharges charges) {
        this.ages = ages;
        this.charges = charges;
    }

    public void look(Exchange exchange) {
        ages.look(Notebook.creditor(exchange).id());
        charges.look(Notebook.creditor(exchange).id());
    }
}
