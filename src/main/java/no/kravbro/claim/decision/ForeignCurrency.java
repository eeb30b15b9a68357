package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** Agencies collect, and settle, Norwegian kroner. */
final class ForeignCurrency implements DecisionRule {

    private static final String CURRENCY = "NOK";

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        return CURRENCY.equals(invoice.currency())
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.FOREIGN_CURRENCY, "currency", invoice.currency()));
    }
}
