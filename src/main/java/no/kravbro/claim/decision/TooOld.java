package no.kravbro.claim.decision;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.kravbro.claim.Invoice;

/** Due so long ago that a person should look first; a claim is time-barred after three years. */
final class TooOld implements DecisionRule {

    @Override
    public Optional<Reason> check(Invoice invoice, DecisionContext context) {
        long age = ChronoUnit.DAYS.between(invoice.dueDate(), context.today());
        return context.maximumAgeDays() > 0 && age > context.maximumAgeDays()
                ? Optional.of(Reason.of(ReasonCode.TOO_OLD, "ageDays", Long.toString(age))
                        .with("maximumAgeDays", Integer.toString(context.maximumAgeDays())))
                : Optional.empty();
    }
}
