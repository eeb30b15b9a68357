package no.kravbro.claim.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.kravbro.claim.routing.Traits.DebtorKind;

/** Whatever the rules: exactly one agency each, the first rule that takes it, and rules that pass the check all matter. */
class RoutingPropertiesTest {

    private static final List<String> AGENCIES = List.of("a", "b", "c");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Provide
    Arbitrary<RoutingRule> rule() {
        Arbitrary<Long> limit = Arbitraries.longs().between(1, 12).injectNull(0.4);
        Arbitrary<List<String>> some =
                Arbitraries.of("NO", "SE", "DK").set().ofMaxSize(2).map(List::copyOf);
        return Combinators.combine(
                        limit,
                        limit,
                        Arbitraries.of(DebtorKind.class).injectNull(0.5),
                        some,
                        some,
                        Arbitraries.of(AGENCIES))
                .as(RoutingRule::new);
    }

    @Provide
    Arbitrary<Traits> claim() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 14),
                        Arbitraries.of(DebtorKind.class),
                        Arbitraries.of("NO", "SE", "FI").injectNull(0.2),
                        Arbitraries.of("NO", "DK", "XX").set().ofMaxSize(2))
                .as(Traits::new);
    }

    private static Routing routing(List<RoutingRule> rules) {
        List<RoutingRule> all = new ArrayList<>(rules);
        all.add(RoutingRule.everythingTo("c"));
        return new Routing(all, Map.of("b", new Successor("a", DAY)));
    }

    @Property(tries = 300)
    void everyClaimGoesToExactlyOneAgencyByTheFirstRuleThatTakesIt(
            @ForAll List<@From("rule") RoutingRule> rules, @ForAll("claim") Traits claim) {
        Routing routing = routing(rules);
        Route before = routing.choose(claim, DAY.minusDays(1));
        assertThat(routing.choose(claim, DAY.minusDays(1))).as("read again").isEqualTo(before);
        int first = IntStream.range(0, routing.rules().size())
                .filter(at -> routing.rules().get(at).takes(claim))
                .findFirst()
                .orElseThrow();
        assertThat(before.rule()).isEqualTo(first + 1);
        assertThat(before.agency()).isEqualTo(routing.rules().get(first).agency());
        assertThat(routing.choose(claim, DAY).agency())
                .isEqualTo(before.agency().equals("b") ? "a" : before.agency());
    }

    /** The check knows without looking at claims what looking at all claims shows. */
    @Property(tries = 300)
    void aRuleIsRefusedAsUselessWhenNoClaimAtAllCouldComeToIt(@ForAll List<@From("rule") RoutingRule> rules) {
        Routing routing = routing(rules);
        boolean refused = RoutingFaults.first(routing, AGENCIES)
                .filter(fault -> fault.what().startsWith("never gets"))
                .isPresent();
        boolean sound = RoutingFaults.first(routing, AGENCIES).isEmpty();
        Set<Integer> chosen = all(routing);
        if (refused) {
            assertThat(chosen).hasSizeLessThan(routing.rules().size());
        }
        if (sound) {
            assertThat(chosen).hasSize(routing.rules().size());
        }
    }

    private static Set<Integer> all(Routing routing) {
        Set<Integer> chosen = new HashSet<>();
        for (long ore = 1; ore <= 14; ore++) {
            for (DebtorKind kind : DebtorKind.values()) {
                for (String country : List.of("NO", "SE", "DK", "FI")) {
                    for (Set<String> categories : List.of(Set.<String>of(), Set.of("NO"), Set.of("SE"), Set.of("DK"))) {
                        Traits claim = new Traits(ore, kind, country, categories);
                        chosen.add(routing.choose(claim, DAY.minusDays(1)).rule());
                    }
                }
            }
        }
        return chosen;
    }
}
