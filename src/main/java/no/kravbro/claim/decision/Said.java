package no.kravbro.claim.decision;

import java.util.List;
import java.util.Set;

/**
 * What people have said about invoices.
 *
 * @param disputed ids of invoices of which the debtor accepts nothing
 * @param keptBack what the creditor keeps back for now
 */
public record Said(Set<Long> disputed, List<KeptBack> keptBack) {

    /** Nobody has said anything. */
    public static final Said NOTHING = new Said(Set.of(), List.of());

    public Said {
        disputed = Set.copyOf(disputed);
        keptBack = List.copyOf(keptBack);
    }
}
