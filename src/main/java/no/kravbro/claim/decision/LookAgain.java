package no.kravbro.claim.decision;

import java.util.List;
import no.kravbro.claim.Invoice;

/**
 * The last look before harm: is what was written down for the agency still right? Asked right before a submission and
 * before a retry from the dead letters, on an invoice just read again.
 */
public sealed interface LookAgain {

    /** Send what was written down. */
    record StillRight() implements LookAgain {}

    /**
     * Still to be collected, but not as written down: a new submission with the new content is needed.
     *
     * @param openOre what is open now
     */
    record Changed(long openOre) implements LookAgain {}

    /**
     * Not to be sent any more.
     *
     * @param reasons at least one
     */
    record Stop(List<Reason> reasons) implements LookAgain {

        public Stop {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Compares an invoice as it was when its claim was written down with what it is now.
     *
     * @param context as for a decision; that the claim is already under way is not held against it
     */
    static LookAgain at(Invoice submitted, Invoice now, DecisionContext context) {
        if (submitted.id() != now.id()) {
            throw new IllegalArgumentException("Invoice " + now.id() + " is not invoice " + submitted.id());
        }
        Decision decision = Decisions.decide(now, context.transferred(false));
        if (!decision.transfers()) {
            return new Stop(decision.reasons());
        }
        boolean same = submitted.outstandingOre() == now.outstandingOre()
                && submitted.dueDate().equals(now.dueDate());
        return same ? new StillRight() : new Changed(now.outstandingOre());
    }
}
