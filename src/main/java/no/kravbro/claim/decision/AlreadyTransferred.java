package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** One active agency per claim. */
final class AlreadyTransferred implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return context.alreadyTransferred() ? Optional.of(Reason.of(ReasonCode.ALREADY_TRANSFERRED)) : Optional.empty();
    }
}
