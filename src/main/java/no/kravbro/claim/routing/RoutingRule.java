package no.kravbro.claim.routing;

import java.util.List;
import java.util.Set;
import no.kravbro.claim.routing.Traits.DebtorKind;

/**
 * Claims that have all that is said here go to one agency. What is left out holds for every claim.
 *
 * @param fromOre so much is open, or more; null = from nothing
 * @param belowOre less than this is open; null = no limit
 * @param kind null = both
 * @param countries the debtor is in one of them; empty = wherever, also where the country is not known
 * @param categories the customer has one of them; empty = whatever it has
 */
public record RoutingRule(
        Long fromOre, Long belowOre, DebtorKind kind, List<String> countries, List<String> categories, String agency) {

    public RoutingRule {
        countries = countries == null ? List.of() : List.copyOf(countries);
        categories = categories == null ? List.of() : List.copyOf(categories);
    }

    /** The rule for everything that no other took. */
    public static RoutingRule everythingTo(String agency) {
        return new RoutingRule(null, null, null, List.of(), List.of(), agency);
    }

    public boolean takes(Traits claim) {
        return (fromOre == null || claim.openOre() >= fromOre)
                && (belowOre == null || claim.openOre() < belowOre)
                && (kind == null || kind == claim.kind())
                && (countries.isEmpty() || claim.country() != null && countries.contains(claim.country()))
                && (categories.isEmpty() || claim.categories().stream().anyMatch(categories::contains));
    }

    /** Whether it takes every claim. */
    boolean takesAll() {
        return equals(everythingTo(agency));
    }

    /** Whether it differs from another in nothing but the amounts, and the agency. */
    boolean isAboutTheSame(RoutingRule other) {
        return kind == other.kind
                && Set.copyOf(countries).equals(Set.copyOf(other.countries))
                && Set.copyOf(categories).equals(Set.copyOf(other.categories));
    }

    long lowest() {
        return fromOre == null ? Long.MIN_VALUE : fromOre;
    }

    /** The first amount above it. */
    long end() {
        return belowOre == null ? Long.MAX_VALUE : belowOre;
    }
}
