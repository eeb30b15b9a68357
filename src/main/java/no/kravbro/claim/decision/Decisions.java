package no.kravbro.claim.decision;

import java.util.List;
import java.util.Optional;
import no.kravbro.claim.Invoice;

/**
 * Decides what is to happen with an invoice. Every rule is asked, so that a person sees all reasons at once and fixes
 * them in one go. A pure function: same invoice and context, same decision.
 */
public final class Decisions {

    private static final List<DecisionRule> RULES = List.of(
            new AlreadyTransferred(),
            new CreditNote(),
            new Credited(),
            new Paid(),
            new Overpaid(),
            new ExcludedInvoice(),
            new ExcludedCustomer(),
            new KeptBackByCreditor(),
            new Disputed(),
            new ForeignCurrency(),
            new Factored(),
            new AutomaticNotices(),
            new BeforeStartDate(),
            new NotOverdue(),
            new TooEarly(),
            new RemindersPostponed(),
            new TooOld(),
            new BelowMinimum(),
            new AboveMaximum(),
            new MissingDebtorData(),
            new NoReceivablePosting());

    private Decisions() {}

    /** The decision with all its reasons, the ones that end the matter first. */
    public static Decision decide(Invoice invoice, DecisionContext context) {
        return Decision.of(RULES.stream()
                .map(rule -> rule.check(invoice, context))
                .flatMap(Optional::stream)
                .toList());
    }
}
