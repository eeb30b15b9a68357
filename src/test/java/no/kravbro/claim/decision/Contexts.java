package no.kravbro.claim.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.kravbro.claim.AnInvoice;

/** Decision contexts for tests. Each differs from the plain one, which has nothing against an ordinary invoice, in one thing. */
final class Contexts {

    static final LocalDate TODAY = AnInvoice.DUE.plusDays(20);
    static final DecisionContext PLAIN =
            new DecisionContext(TODAY, 1, null, 0, 0, 0, Set.of(), Set.of(), List.of(), false);

    private Contexts() {}

    static DecisionContext on(LocalDate today, int earliestTransfer) {
        return new DecisionContext(today, earliestTransfer, null, 0, 0, 0, Set.of(), Set.of(), List.of(), false);
    }

    static DecisionContext startingAfter(LocalDate day) {
        return new DecisionContext(TODAY, 1, day, 0, 0, 0, Set.of(), Set.of(), List.of(), false);
    }

    static DecisionContext amounts(long minimumOre, long maximumOre) {
        return new DecisionContext(TODAY, 1, null, minimumOre, maximumOre, 0, Set.of(), Set.of(), List.of(), false);
    }

    static DecisionContext atMostDays(int age) {
        return new DecisionContext(TODAY, 1, null, 0, 0, age, Set.of(), Set.of(), List.of(), false);
    }

    static DecisionContext without(Set<String> invoices, Set<String> customers) {
        return new DecisionContext(TODAY, 1, null, 0, 0, 0, invoices, customers, List.of(), false);
    }

    static DecisionContext keepingBack(KeptBack kept) {
        return new DecisionContext(
                TODAY, 1, null, 0, 0, 0, Set.of(), Set.of(), List.of(), false, new Said(Set.of(), List.of(kept)));
    }

    static DecisionContext needing(String... fields) {
        return new DecisionContext(TODAY, 1, null, 0, 0, 0, Set.of(), Set.of(), List.of(fields), false);
    }
}
