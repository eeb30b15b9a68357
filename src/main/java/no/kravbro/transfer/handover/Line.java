package no.kravbro.transfer.handover;

import java.time.LocalDate;
import java.util.List;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.decision.Reason;
import no.kravbro.delivery.Sql;

/**
 * One invoice as it would be handed over now. Amounts in øre.
 *
 * @param debtorType PRIVATE or BUSINESS
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
        String agency,
        String takeover,
        String content,
        List<Reason> reasons) {

    static Line of(Invoice invoice, String agency, String takeover, List<Reason> reasons) {
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
                agency,
                takeover);
        return new Line(
                invoice.id(),
                invoice.number(),
                invoice.debtor().name(),
                type,
                invoice.debtor().customerNumber(),
                invoice.dueDate(),
                invoice.outstandingOre(),
                agency,
                takeover,
                Sql.hash(shown),
                reasons);
    }

    public boolean isReady() {
        return reasons.isEmpty();
    }
}
