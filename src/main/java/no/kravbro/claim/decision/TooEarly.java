package no.kravbro.claim.decision;

import java.time.LocalDate;
import java.util.Optional;
import no.kravbro.claim.Invoice;

/** The agency takes claims only some days after the due day. */
final class TooEarly implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        LocalDate earliest = invoice.dueDate().plusDays(context.earliestTransfer());
        // An agency that takes any overdue claim asks for nothing that NotOverdue does not say already.
        boolean agencyWaits = context.earliestTransfer() > 1;
        return agencyWaits && context.today().isBefore(earliest)
                ? Optional.of(Reason.until(ReasonCode.TOO_EARLY, earliest))
                : Optional.empty();
    }
}
