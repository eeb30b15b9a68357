package no.kravbro.creditor;

import java.util.List;
import java.util.stream.Collectors;
import no.kravbro.claim.routing.Routing;
import no.kravbro.claim.routing.RoutingRule;

/**
 * The agencies of a creditor that has several, and the rules that share its claims out among them.
 *
 * @param all each agency once, in the order of the file
 * @param rules the first that takes a claim names its agency
 */
public record Mandates(List<Mandate> all, List<RoutingRule> rules) {

    /** Of a creditor with one agency. */
    public static final Mandates NONE = new Mandates(List.of(), List.of());

    public Mandates {
        all = all == null ? List.of() : List.copyOf(all);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }

    /** Of a creditor, completed by what it says for all of them. */
    public static Mandates of(Creditor whole, List<Mandate> some, List<RoutingRule> rules) {
        return new Mandates(some.stream().map(each -> each.completed(whole)).toList(), rules);
    }

    /** @param usual the agency of a creditor that names no others */
    Routing routing(String usual) {
        return all.isEmpty()
                ? Routing.only(usual)
                : new Routing(
                        rules.isEmpty() ? first() : rules,
                        all.stream()
                                .filter(Mandate::isReplaced)
                                .collect(Collectors.toMap(Mandate::agency, Mandate::successor)));
    }

    /** Where no rule is needed: one agency, and those that take over from it. */
    private List<RoutingRule> first() {
        List<String> successors = all.stream().map(Mandate::replacedBy).toList();
        List<String> firsts = all.stream()
                .map(Mandate::agency)
                .filter(agency -> !successors.contains(agency))
                .toList();
        return firsts.size() == 1 ? List.of(RoutingRule.everythingTo(firsts.get(0))) : List.of();
    }
}
