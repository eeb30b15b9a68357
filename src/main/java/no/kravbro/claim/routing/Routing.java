package no.kravbro.claim.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.routing.Route.Basis;

/**
 * How a creditor's claims are shared out among its agencies: the first rule that takes a claim names its agency, and what
 * that one no longer takes goes to its successor. Every claim has exactly one agency, since the last rule takes all.
 *
 * @param rules checked by {@link RoutingFaults}
 * @param successors by the agency that takes no new claims from a day on
 */
public record Routing(List<RoutingRule> rules, Map<String, Successor> successors) {

    public Routing {
        rules = List.copyOf(rules);
        successors = Map.copyOf(successors);
    }

    /** Nothing to choose. */
    public static Routing only(String agency) {
        return new Routing(List.of(RoutingRule.everythingTo(agency)), Map.of());
    }

    /** The agency of a claim that is handed over today. */
    public Route choose(Traits claim, LocalDate today) {
        for (int at = 0; at < rules.size(); at++) {
            if (rules.get(at).takes(claim)) {
                String named = rules.get(at).agency();
                String agency = current(named, today);
                return new Route(Basis.RULE, agency, at + 1, agency.equals(named) ? null : named);
            }
        }
        throw new IllegalStateException("No rule takes the claim");
    }

    /** Whether an agency gets new claims that day. */
    public boolean takesNew(String agency, LocalDate today) {
        Successor successor = successors.get(agency);
        return successor == null || !successor.has(today);
    }

    private String current(String named, LocalDate today) {
        String agency = named;
        while (!takesNew(agency, today)) {
            agency = successors.get(agency).agency();
        }
        return agency;
    }
}
