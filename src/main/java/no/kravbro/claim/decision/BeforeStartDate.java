package no.kravbro.claim.decision;

import java.time.LocalDate;
import java.util.Optional;
import no.kravbro.claim.Invoice;

/** The creditor has asked that only invoices due after a day be followed. */
final class BeforeStartDate implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        LocalDate start = context.startDate();
        return start == null || invoice.dueDate().isAfter(start)
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.BEFORE_START_DATE, "startDay", start.toString()));
    }
}
