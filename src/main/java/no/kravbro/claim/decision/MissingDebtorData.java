package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** The agency would refuse the claim without these fields, so they are asked for first. */
final class MissingDebtorData implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        String missing = DebtorNeed.missing(context.needs(), invoice.debtor());
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.MISSING_DEBTOR_DATA, "missingFields", missing));
    }
}
