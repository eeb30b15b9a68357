package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** Agencies collect, and settle, Norwegian kroner. */
final class ForeignCurrency implements DecisionRule {

    private static final String CURRENCY = "NOK";

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        // A token without the right to currencies reads none: then nobody can know that it is kroner.
        String currency = invoice.currency() == null ? "?" : invoice.currency();
        return CURRENCY.equals(currency)
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.FOREIGN_CURRENCY, "currency", currency));
    }
}
