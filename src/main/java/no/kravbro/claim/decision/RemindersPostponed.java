package no.kravbro.claim.decision;

import java.time.LocalDate;
import java.util.Optional;
import no.kravbro.claim.Invoice;

/** Somebody has postponed reminders of this invoice in the accounting system (Tripletex: invoiceRemark). */
final class RemindersPostponed implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        LocalDate postponed = invoice.remindersPostponedTo();
        return postponed != null && postponed.isAfter(context.today())
                ? Optional.of(Reason.until(ReasonCode.REMINDERS_POSTPONED, postponed))
                : Optional.empty();
    }
}
