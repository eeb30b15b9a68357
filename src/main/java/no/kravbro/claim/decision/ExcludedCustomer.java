package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** The creditor keeps all invoices of this customer back. */
final class ExcludedCustomer implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        String customer = invoice.debtor().customerNumber();
        return customer != null && context.excludedCustomers().contains(customer)
                ? Optional.of(Reason.of(ReasonCode.EXCLUDED_CUSTOMER, "customerNumber", customer))
                : Optional.empty();
    }
}
