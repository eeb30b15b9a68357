package no.kravbro.camel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.agency.WireAnswer;
import no.kravbro.bundle.ExactJson;
import no.kravbro.claim.ClaimKey;
import no.kravbro.claim.Invoice;
import no.kravbro.creditor.Creditor;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Dispatch;
import no.kravbro.delivery.Work;
import no.kravbro.reconcile.change.Report;
import no.kravbro.reconcile.change.ReportLook;
import no.kravbro.tripletex.InvoiceReader;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Prepares what an agency is told of changes: the last look at each invoice, and the document that its mapping reads. */
@Component("reportDesk")
public class ReportDesk {

    private final ReportLook look;
    private final Claims claims;
    private final Dispatch dispatch;

    public ReportDesk(ReportLook look, Claims claims, Dispatch dispatch) {
        this.look = look;
        this.claims = claims;
        this.dispatch = dispatch;
    }

    /** Takes off what is no longer so. When nothing is left, the flow ends here; a failed look sends nothing at all. */
    public void lookAgain(Exchange exchange) {
        WireAnswer answer = exchange.getMessage().getBody(WireAnswer.class);
        if (answer.status() != 200) {
            throw new ReadFailed(answer);
        }
        Map<Long, Invoice> now = new HashMap<>();
        InvoiceReader.page(answer.body()).forEach(invoice -> now.put(invoice.id(), invoice));
        Work work = Notebook.work(exchange);
        List<Delivery> right = new ArrayList<>();
        for (Delivery member : work.members()) {
            if (look.stillSo(
                    work, member, now.get(ClaimKey.parse(member.claimKey()).invoiceId()))) {
                right.add(member);
            }
        }
        if (right.isEmpty()) {
            exchange.setRouteStop(true);
        } else if (right.size() < work.members().size()) {
            exchange.setVariable(Notebook.WORK, dispatch.regroup(work, right));
        }
    }

    /** The reports of all members, each with what the agency calls the case and the invoice. */
    public String document(Exchange exchange) {
        Work work = Notebook.work(exchange);
        Creditor creditor = Notebook.creditor(exchange);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("transmission", work.transmissionId());
        document.putObject("creditor")
                .put("organizationNumber", creditor.organizationNumber())
                .put("agencyReference", creditor.agencyReference());
        ArrayNode changes = document.putArray("changes");
        work.members().forEach(member -> changes.add(change(member)));
        return ExactJson.write(document);
    }

    private ObjectNode change(Delivery member) {
        ClaimRow claim = claims.find(member.claimKey()).orElseThrow();
        ObjectNode change = ExactJson.treeOf(Report.parse(member.payload())).deepCopy();
        return change.put("case", claim.caseNumber())
                .put("caseId", claim.agencyCase())
                .put("invoice", claim.agencyInvoice());
    }
}
