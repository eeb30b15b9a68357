package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** More was paid than owed: the creditor owes the customer. */
final class Overpaid implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        boolean overpaid = !invoice.creditNote() && invoice.outstandingOre() < 0;
        // Not negated: an absurd amount must not overflow here.
        return overpaid
                ? Optional.of(Reason.of(ReasonCode.OVERPAID, "openOre", Long.toString(invoice.outstandingOre())))
                : Optional.empty();
    }
}
