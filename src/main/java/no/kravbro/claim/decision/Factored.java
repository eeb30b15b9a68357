package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** The receivable is sold: it is no longer the creditor's to collect. */
final class Factored implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return invoice.debtor().factored() ? Optional.of(Reason.of(ReasonCode.FACTORED)) : Optional.empty();
    }
}
