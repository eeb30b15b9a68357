package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** Too little is open to be worth a case. */
final class BelowMinimum implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        long open = invoice.outstandingOre();
        return open > 0 && open < context.minimumOre()
                ? Optional.of(Reason.of(ReasonCode.BELOW_MINIMUM, "openOre", Long.toString(open))
                        .with("minimumOre", Long.toString(context.minimumOre())))
                : Optional.empty();
    }
}
