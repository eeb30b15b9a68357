package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** So much is open that the creditor wants to look himself. */
final class AboveMaximum implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        long open = invoice.outstandingOre();
        return context.maximumOre() > 0 && open > context.maximumOre()
                ? Optional.of(Reason.of(ReasonCode.ABOVE_MAXIMUM, "openOre", Long.toString(open))
                        .with("maximumOre", Long.toString(context.maximumOre())))
                : Optional.empty();
    }
}
