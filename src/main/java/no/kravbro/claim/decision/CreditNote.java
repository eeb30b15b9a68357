package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** It is no debt but its opposite. */
final class CreditNote implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return invoice.creditNote() ? Optional.of(Reason.of(ReasonCode.CREDIT_NOTE)) : Optional.empty();
    }
}
