package no.kravbro.claim.decision;

import java.time.LocalDate;
import java.util.Optional;
import no.kravbro.claim.Invoice;

/** The debtor may still pay in time: the whole due day is his. */
final class NotOverdue implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        LocalDate dayAfterDue = invoice.dueDate().plusDays(1);
        return context.today().isBefore(dayAfterDue)
                ? Optional.of(Reason.until(ReasonCode.NOT_OVERDUE, dayAfterDue))
                : Optional.empty();
    }
}
