package no.kravbro.corpus;

import java.util.HashMap;
import java.util.Map;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Journey;

/** Hands over a claim of every creditor, and knows what inputs are to say about it. */
final class Known {

    private Known() {}

    static Map<String, Fill> of(Ground ground) {
        Map<String, Fill> known = new HashMap<>();
        for (Creditor creditor : ground.world.bean(Creditors.class).all()) {
            Fill fill = new Fill().with("orgnr", creditor.organizationNumber());
            if (creditor.transfer() == Creditor.Transfer.AUTOMATIC) {
                about(ground, ground.handOver(creditor.id()), fill);
            }
            known.put(creditor.id(), fill);
        }
        return known;
    }

    private static void about(Ground ground, Journey journey, Fill fill) {
        journey.end();
        if (journey.delivery().state() != DeliveryState.DONE) {
            throw new IllegalStateException(journey.attempts().toString());
        }
        ClaimRow claim = ground.world.bean(Claims.class).find(journey.key()).orElseThrow();
        fill.with("customer", journey.invoice().debtor().customerNumber())
                .with("claim", journey.key())
                .with("invoiceId", claim.invoiceId())
                .with("invoice", claim.invoiceNumber())
                .with("agencyInvoice", claim.agencyInvoice() == null ? "" : claim.agencyInvoice())
                .with("caseNumber", claim.caseNumber() == null ? "5000001" : claim.caseNumber());
    }
}
