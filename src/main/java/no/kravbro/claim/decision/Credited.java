package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** A credit note has taken the invoice back. */
final class Credited implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return invoice.credited() ? Optional.of(Reason.of(ReasonCode.CREDITED)) : Optional.empty();
    }
}
