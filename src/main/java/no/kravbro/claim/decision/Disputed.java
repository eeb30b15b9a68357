package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** The debtor objects to all of it, and nobody has settled that yet. Source: rules 3.6. */
final class Disputed implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return context.said().disputed().contains(invoice.id())
                ? Optional.of(Reason.of(ReasonCode.DISPUTED))
                : Optional.empty();
    }
}
