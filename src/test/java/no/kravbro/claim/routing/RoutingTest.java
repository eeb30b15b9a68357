package no.kravbro.claim.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.claim.AnInvoice;
import no.kravbro.claim.routing.Route.Basis;
import no.kravbro.claim.routing.Traits.DebtorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of decisions: first rule wins, limits belong to the upper side, days to the successor. */
class RoutingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static final Routing ROUTING = new Routing(
            List.of(
                    new RoutingRule(null, null, null, List.of("SE", "DK"), null, "north"),
                    new RoutingRule(null, null, null, null, List.of("Kommune"), "public"),
                    new RoutingRule(1_000_000L, 5_000_000L, DebtorKind.BUSINESS, null, null, "large"),
                    new RoutingRule(null, 100_000L, DebtorKind.PRIVATE, null, null, "small"),
                    RoutingRule.everythingTo("usual")),
            Map.of("small", new Successor("tiny", DAY), "tiny", new Successor("minute", DAY.plusDays(10))));

    @ParameterizedTest
    @CsvSource({
        // A limit belongs to what begins there.
        "999999, BUSINESS, NO, '', usual, 5",
        "1000000, BUSINESS, NO, '', large, 3",
        "4999999, BUSINESS, NO, '', large, 3",
        "5000000, BUSINESS, NO, '', usual, 5",
        "1000000, PRIVATE, NO, '', usual, 5",
        "99999, PRIVATE, NO, '', small, 4",
        "100000, PRIVATE, NO, '', usual, 5",
        "99999, BUSINESS, NO, '', usual, 5",
        // The first rule that takes it wins.
        "1000000, BUSINESS, SE, '', north, 1",
        "1000000, BUSINESS, DK, Kommune, north, 1",
        "1000000, BUSINESS, NO, Kommune, public, 2",
        "99999, PRIVATE, FI, 'Kommune;Gull', public, 2",
        // What is not known is in no country and in no category.
        "1000000, BUSINESS, , '', large, 3",
        "5000000, BUSINESS, , kommune, usual, 5",
    })
    void theFirstRuleThatTakesAClaimNamesItsAgency(
            long ore, DebtorKind kind, String country, String categories, String agency, int rule) {
        Set<String> of =
                Stream.of(categories.split(";")).filter(each -> !each.isEmpty()).collect(Collectors.toSet());
        assertThat(ROUTING.choose(new Traits(ore, kind, country, of), DAY.minusDays(1)))
                .isEqualTo(new Route(Basis.RULE, agency, rule, null));
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, small, ", "2026-03-01, tiny, small", "2026-03-10, tiny, small", "2026-03-11, minute, small"
    })
    void fromItsDayOnTheSuccessorTakesWhatIsNew(LocalDate day, String agency, String insteadOf) {
        Route route = ROUTING.choose(new Traits(5, DebtorKind.PRIVATE, "NO", Set.of()), day);
        assertThat(route).isEqualTo(new Route(Basis.RULE, agency, 4, insteadOf));
        assertThat(ROUTING.takesNew("small", day)).isEqualTo(insteadOf == null);
    }

    @Test
    void whereThereIsOneAgencyNothingIsChosen() {
        Traits any = Traits.of(AnInvoice.ordinary().build());
        assertThat(Routing.only("usual").choose(any, DAY).agency()).isEqualTo("usual");
        assertThat(any).isEqualTo(new Traits(1_000_000, DebtorKind.BUSINESS, "NO", Set.of()));
    }

    @Test
    void theTimelineTellsTheRuleAndWhoWasNamed() {
        assertThat(Route.only("usual").reference()).isEqualTo("usual");
        assertThat(new Route(Basis.RULE, "tiny", 4, "small").reference()).isEqualTo("tiny, rule 4, instead of small");
    }
}
