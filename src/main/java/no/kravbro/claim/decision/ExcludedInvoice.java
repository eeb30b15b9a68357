package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** The creditor keeps this invoice back. */
final class ExcludedInvoice implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return context.excludedInvoices().contains(invoice.number())
                ? Optional.of(Reason.of(ReasonCode.EXCLUDED_INVOICE, "invoiceNumber", invoice.number()))
                : Optional.empty();
    }
}
