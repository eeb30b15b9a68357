package no.kravbro.claim.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.kravbro.claim.routing.Traits.DebtorKind;

/** What is wrong with a creditor's rules; seen before any claim is. */
public final class RoutingFaults {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final Routing routing;
    private final Set<String> agencies;

    private RoutingFaults(Routing routing, Collection<String> agencies) {
        this.routing = routing;
        this.agencies = new TreeSet<>(agencies);
    }

    /** @param field of the creditors file, as in {@code routing[2].agency}, where 2 is the second rule */
    public record Fault(String field, String what, String wayOut) {}

    /** The first fault in the order of the rules, or none. @param agencies those of the creditor */
    public static Optional<Fault> first(Routing routing, Collection<String> agencies) {
        RoutingFaults faults = new RoutingFaults(routing, agencies);
        return faults.successors()
                .or(faults::eachRule)
                .or(faults::end)
                .or(faults::never)
                .or(faults::idle);
    }

    private Optional<Fault> successors() {
        for (String agency : new TreeSet<>(routing.successors().keySet())) {
            Successor successor = routing.successors().get(agency);
            String field = "agencies." + agency + ".replaced-by";
            if (!agencies.contains(successor.agency())) {
                return fault(field, "names " + successor.agency() + ", which is none of its agencies", known());
            }
            if (isRound(agency)) {
                return fault(field, "leads back to " + agency, "let the last one be replaced by none");
            }
        }
        return Optional.empty();
    }

    private boolean isRound(String agency) {
        Set<String> seen = new HashSet<>();
        String next = agency;
        while (next != null && seen.add(next)) {
            Successor successor = routing.successors().get(next);
            next = successor == null ? null : successor.agency();
        }
        return next != null;
    }

    private Optional<Fault> eachRule() {
        for (int at = 0; at < routing.rules().size(); at++) {
            int rule = at;
            Optional<Fault> fault = inItself(rule).or(() -> beside(rule));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> inItself(int at) {
        RoutingRule rule = routing.rules().get(at);
        if (rule.agency() == null || !agencies.contains(rule.agency())) {
            return fault(at, "agency", "names " + rule.agency() + ", which is none of its agencies", known());
        }
        if (rule.fromOre() != null && rule.fromOre() <= 0) {
            return fault(at, "from-ore", "is no amount above zero", "leave it out for every amount");
        }
        if (rule.belowOre() != null && rule.belowOre() <= Math.max(1, rule.lowest())) {
            return fault(at, "below-ore", "leaves no amount", "raise it above from-ore or leave it out");
        }
        for (String country : rule.countries()) {
            if (!COUNTRY.matcher(country).matches()) {
                return fault(at, "countries", "has " + country + ", which is no country code", "write it as \"NO\"");
            }
        }
        return rule.categories().stream().anyMatch(String::isBlank)
                ? fault(at, "categories", "has an empty name", "name the category as the accounting system does")
                : Optional.empty();
    }

    /** Amounts of two rules that overlap in part are a slip of the pen, whichever comes first. */
    private Optional<Fault> beside(int at) {
        RoutingRule rule = routing.rules().get(at);
        for (int earlier = 0; earlier < at; earlier++) {
            RoutingRule other = routing.rules().get(earlier);
            boolean crosses = rule.lowest() < other.lowest() && rule.end() > other.lowest() && rule.end() < other.end()
                    || rule.lowest() > other.lowest() && rule.lowest() < other.end() && rule.end() > other.end();
            if (crosses && rule.isAboutTheSame(other) && !rule.agency().equals(other.agency())) {
                boolean above = rule.lowest() > other.lowest();
                return fault(
                        at,
                        above ? "from-ore" : "below-ore",
                        "overlaps the amounts of rule " + (earlier + 1),
                        "set it to " + (above ? other.end() : other.lowest()));
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> end() {
        List<RoutingRule> rules = routing.rules();
        return rules.isEmpty() || !rules.get(rules.size() - 1).takesAll()
                ? fault("routing", "leaves claims without an agency", "end it with a rule that names only an agency")
                : Optional.empty();
    }

    /** Rules ask for limits and names, so it is enough to try one claim of each kind they can tell apart. */
    private Optional<Fault> never() {
        Set<Integer> chosen = new HashSet<>();
        for (Traits claim : kinds()) {
            for (int at = 0; at < routing.rules().size(); at++) {
                if (routing.rules().get(at).takes(claim)) {
                    chosen.add(at);
                    break;
                }
            }
        }
        for (int at = 0; at < routing.rules().size(); at++) {
            if (!chosen.contains(at)) {
                return fault(
                        "routing[" + (at + 1) + "]",
                        "never gets a claim: rules before it take all of them",
                        "put it before them or take it out");
            }
        }
        return Optional.empty();
    }

    private List<Traits> kinds() {
        Set<Long> amounts = new TreeSet<>(List.of(1L));
        Set<String> countries = new TreeSet<>(List.of(""));
        Set<String> categories = new TreeSet<>(List.of(""));
        for (RoutingRule rule : routing.rules()) {
            if (rule.fromOre() != null) {
                amounts.add(rule.fromOre());
            }
            if (rule.belowOre() != null) {
                amounts.add(rule.belowOre());
            }
            countries.addAll(rule.countries());
            categories.addAll(rule.categories());
        }
        List<Traits> kinds = new ArrayList<>();
        for (long amount : amounts) {
            for (DebtorKind kind : DebtorKind.values()) {
                for (String country : countries) {
                    for (String category : categories) {
                        kinds.add(new Traits(
                                amount,
                                kind,
                                country.isEmpty() ? null : country,
                                category.isEmpty() ? Set.of() : Set.of(category)));
                    }
                }
            }
        }
        return kinds;
    }

    /** An agency that gets nothing is in the file for its old claims; then the file says so. */
    private Optional<Fault> idle() {
        Set<String> used = new HashSet<>();
        routing.rules().forEach(rule -> used.add(rule.agency()));
        routing.successors().values().forEach(successor -> used.add(successor.agency()));
        return agencies.stream()
                .filter(agency -> !used.contains(agency))
                .filter(agency -> !routing.successors().containsKey(agency))
                .findFirst()
                .flatMap(agency -> fault(
                        "agencies." + agency,
                        "gets no claims by any rule",
                        "name it in a rule, or say replaced-by and replaced-from if it only ends what it has"));
    }

    private String known() {
        return "use one of " + String.join(", ", agencies);
    }

    private static Optional<Fault> fault(int at, String field, String what, String wayOut) {
        return fault("routing[" + (at + 1) + "]." + field, what, wayOut);
    }

    private static Optional<Fault> fault(String field, String what, String wayOut) {
        return Optional.of(new Fault(field, what, wayOut));
    }
}
