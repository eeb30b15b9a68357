package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** The accounting system sends this customer notices by itself; two runs at once would charge twice. */
final class AutomaticNotices implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return invoice.debtor().automaticNotices()
                ? Optional.of(Reason.of(ReasonCode.AUTOMATIC_NOTICES))
                : Optional.empty();
    }
}
