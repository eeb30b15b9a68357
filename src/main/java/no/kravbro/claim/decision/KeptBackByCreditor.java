package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** Somebody at the creditor's keeps it back for now, and has said why. Source: features C4. */
final class KeptBackByCreditor implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return context.said().keptBack().stream()
                .filter(kept -> kept.holds(invoice, context.today()))
                .findFirst()
                .map(KeptBackByCreditor::reason);
    }

    private static Reason reason(KeptBack kept) {
        ReasonCode code =
                switch (kept.kind()) {
                    case INVOICE -> ReasonCode.KEPT_BACK_INVOICE;
                    case CUSTOMER -> ReasonCode.KEPT_BACK_CUSTOMER;
                };
        Reason reason = Reason.of(code, "why", kept.reason());
        return new Reason(code, reason.params(), kept.until());
    }
}
