package no.kravbro.claim.decision;

import java.util.Optional;
import no.kravbro.claim.Invoice;

/** One thing that can stand against a transfer. Knows no other rule, reads no clock, asks nobody. */
@FunctionalInterface
interface DecisionRule {

    /** The reason, or empty when this rule has nothing against it. */
    Optional<Reason> check(Invoice invoice, DecisionContext context);
}
