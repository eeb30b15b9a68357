package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** Without the posting on the customer ledger, what is collected could not be matched. A credit note has none to look for. */
final class NoReceivablePosting implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        boolean found = invoice.postings().stream().anyMatch(posting -> posting.amountOre() > 0);
        return found || invoice.creditNote()
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.NO_RECEIVABLE_POSTING));
    }
}
