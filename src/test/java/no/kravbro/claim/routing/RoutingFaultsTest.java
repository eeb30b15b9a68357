package no.kravbro.claim.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.claim.routing.Traits.DebtorKind;
import org.junit.jupiter.api.Test;

/** What is wrong with rules is told by field, with the way out. */
class RoutingFaultsTest {

    private static final List<String> AGENCIES = List.of("a", "b", "c");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static String fault(RoutingRule... rules) {
        return fault(Map.of(), rules);
    }

    private static String fault(Map<String, Successor> successors, RoutingRule... rules) {
        return RoutingFaults.first(new Routing(List.of(rules), successors), AGENCIES)
                .map(each -> each.field() + " " + each.what() + ": " + each.wayOut())
                .orElse("none");
    }

    private static RoutingRule from(Long from, Long below, String agency) {
        return new RoutingRule(from, below, null, null, null, agency);
    }

    private static RoutingRule of(DebtorKind kind, String agency) {
        return new RoutingRule(null, null, kind, null, null, agency);
    }

    private static RoutingRule rest(String agency) {
        return RoutingRule.everythingTo(agency);
    }

    @Test
    void rulesThatAreSoundHaveNone() {
        assertThat(fault(from(100L, 200L, "a"), from(200L, null, "b"), rest("c")))
                .isEqualTo("none");
        // One amount within another is an exception to it.
        assertThat(fault(from(100L, 200L, "a"), from(50L, 400L, "b"), rest("c")))
                .isEqualTo("none");
        // What crosses in two properties is told apart by the order.
        assertThat(fault(of(DebtorKind.PRIVATE, "a"), from(100L, null, "b"), rest("c")))
                .isEqualTo("none");
    }

    @Test
    void anUnknownAgency() {
        assertThat(fault(of(DebtorKind.PRIVATE, "x"), rest("a")))
                .isEqualTo("routing[1].agency names x, which is none of its agencies: use one of a, b, c");
        assertThat(fault(Map.of("a", new Successor("x", DAY)), rest("a")))
                .startsWith("agencies.a.replaced-by names x, which is none of its agencies");
    }

    @Test
    void amountsThatAreNone() {
        assertThat(fault(from(0L, null, "a"), rest("b"))).startsWith("routing[1].from-ore is no amount above zero");
        assertThat(fault(from(200L, 200L, "a"), rest("b"))).startsWith("routing[1].below-ore leaves no amount");
        assertThat(fault(from(null, 1L, "a"), rest("b"))).startsWith("routing[1].below-ore leaves no amount");
    }

    @Test
    void amountsThatOverlapInPart() {
        assertThat(fault(from(100L, 200L, "a"), from(150L, 300L, "b"), rest("c")))
                .isEqualTo("routing[2].from-ore overlaps the amounts of rule 1: set it to 200");
        assertThat(fault(from(100L, 200L, "a"), from(null, 150L, "b"), rest("c")))
                .isEqualTo("routing[2].below-ore overlaps the amounts of rule 1: set it to 100");
        assertThat(fault(from(100L, 200L, "a"), from(150L, 300L, "a"), rest("b")))
                .as("of the same agency it is untidy, and no more")
                .startsWith("agencies.c");
    }

    @Test
    void countriesAndCategoriesThatAreNone() {
        assertThat(fault(new RoutingRule(null, null, null, List.of("Norge"), null, "a"), rest("b")))
                .isEqualTo("routing[1].countries has Norge, which is no country code: write it as \"NO\"");
        assertThat(fault(new RoutingRule(null, null, null, null, List.of(" "), "a"), rest("b")))
                .startsWith("routing[1].categories has an empty name");
    }

    @Test
    void claimsThatNoRuleTakes() {
        String open = "routing leaves claims without an agency: end it with a rule that names only an agency";
        assertThat(fault()).isEqualTo(open);
        assertThat(fault(of(DebtorKind.PRIVATE, "a"), of(DebtorKind.BUSINESS, "b")))
                .isEqualTo(open);
    }

    @Test
    void aRuleThatNeverGetsAClaim() {
        assertThat(fault(rest("a"), of(DebtorKind.PRIVATE, "b"), rest("c")))
                .isEqualTo("routing[2] never gets a claim: rules before it take all of them: put it before them or take"
                        + " it out");
        // By two rules together, which no comparison of two shows.
        assertThat(fault(from(null, 100L, "a"), from(100L, null, "b"), of(DebtorKind.PRIVATE, "c"), rest("a")))
                .startsWith("routing[3] never gets a claim");
        assertThat(fault(of(DebtorKind.PRIVATE, "a"), of(DebtorKind.BUSINESS, "b"), rest("c")))
                .startsWith("routing[3] never gets a claim");
    }

    @Test
    void anAgencyThatGetsNothingAndDoesNotSaySo() {
        assertThat(fault(of(DebtorKind.PRIVATE, "a"), rest("b"))).startsWith("agencies.c gets no claims by any rule");
        assertThat(fault(Map.of("c", new Successor("a", DAY)), of(DebtorKind.PRIVATE, "a"), rest("b")))
                .isEqualTo("none");
    }

    @Test
    void successorsThatGoRound() {
        assertThat(fault(Map.of("a", new Successor("b", DAY), "b", new Successor("a", DAY)), rest("a")))
                .startsWith("agencies.a.replaced-by leads back to a");
    }
}
