package no.kravbro.camel;

import no.kravbro.reconcile.RemittanceAges;
import no.kravbro.reconcile.RemittanceDocuments;
import no.kravbro.reconcile.UnsolvedCharges;
import no.kravbro.transfer.StatusNotes;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Looks after each job of a creditor, whichever it was, what is due now: explanations, documents and statuses. */
@Component("remittanceDesk")
public class RemittanceDesk {

    private final RemittanceAges ages;
    private final UnsolvedCharges charges;
    private final RemittanceDocuments documents;
    private final StatusNotes statuses;

    public RemittanceDesk(
            RemittanceAges ages, UnsolvedCharges charges, RemittanceDocuments documents, StatusNotes statuses) {
        this.ages = ages;
        this.charges = charges;
        this.documents = documents;
        this.statuses = statuses;
    }

    public void look(Exchange exchange) {
        ages.look(Notebook.creditor(exchange).id());
        charges.look(Notebook.creditor(exchange).id());
        documents.order(Notebook.creditor(exchange));
        statuses.order(Notebook.creditor(exchange));
    }
}
