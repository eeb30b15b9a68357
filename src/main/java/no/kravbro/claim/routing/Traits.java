package no.kravbro.claim.routing;

import java.util.Set;
import no.kravbro.claim.Debtor;
import no.kravbro.claim.Invoice;

/**
 * What rules look at.
 *
 * @param openOre what is open, in øre
 * @param country of the debtor's postal address, two letters; null where the accounting system holds none
 * @param categories the customer's categories in the accounting system, by name
 */
public record Traits(long openOre, DebtorKind kind, String country, Set<String> categories) {

    /** Who owes. */
    public enum DebtorKind {
        PRIVATE,
        BUSINESS
    }

    public Traits {
        categories = Set.copyOf(categories);
    }

    public static Traits of(Invoice invoice) {
        Debtor debtor = invoice.debtor();
        return new Traits(
                invoice.outstandingOre(),
                debtor.privatePerson() ? DebtorKind.PRIVATE : DebtorKind.BUSINESS,
                debtor.country(),
                Set.copyOf(debtor.categories()));
    }
}
