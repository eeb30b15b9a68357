package no.kravbro.transfer.handover;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.decision.Reason;
import no.kravbro.claim.routing.Route;
import no.kravbro.delivery.Sql;

/**
 * One invoice as it would be handed over now. Amounts in øre.
 *
 * @param debtorType PRIVATE or BUSINESS
 * @param route the agency it would go to, and why
 * @param takeover the step the agency would start with
 * @param content hash of all that is shown here; what is handed over must still have it
 * @param reasons what stands against it; empty = it may go
 */
public record Line(
        long invoiceId,
        String invoiceNumber,
        String debtor,
        String debtorType,
        String customerNumber,
        LocalDate dueDate,
        long openOre,
        Route route,
        String takeover,
        String content,
        List<Reason> reasons) {

    static Line of(Invoice invoice, Route route, String takeover, List<Reason> reasons) {
        String type = invoice.debtor().privatePerson() ? "PRIVATE" : "BUSINESS";
        String shown = String.join(
                "\n",
                Long.toString(invoice.id()),
                invoice.number(),
                String.valueOf(invoice.debtor().name()),
                type,
                String.valueOf(invoice.debtor().customerNumber()),
                invoice.dueDate().toString(),
                Long.toString(invoice.outstandingOre()),
                route.agency(),
                takeover);
        return new Line(
                invoice.id(),
                invoice.number(),
                invoice.debtor().name(),
                type,
                invoice.debtor().customerNumber(),
                invoice.dueDate(),
                invoice.outstandingOre(),
                route,
                takeover,
                Sql.hash(shown),
                reasons);
    }

    public String agency() {
        return route.agency();
    }

    public boolean isReady() {
        return reasons.isEmpty();
    }
}
