package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** Nothing is open any more. A credit note never was a debt and is told as such. */
final class Paid implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return !invoice.creditNote() && invoice.outstandingOre() == 0
                ? Optional.of(Reason.of(ReasonCode.PAID))
                : Optional.empty();
    }
}
