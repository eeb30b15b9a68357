package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.delivery.Sql;
import no.kravbro.delivery.Timeline;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.reconcile.DifferenceLog.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A claim of which the agency says NOK 1 000 less since Tuesday. */
abstract class DecisionsContract extends BalanceSides {

    private long id;

    DecisionsContract(TestDatabases kind) {
        super(kind);
    }

    @BeforeEach
    void differs() {
        compare(MONDAY, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
        clock.advance(Duration.ofHours(20));
        new Timeline(database.named(), clock).note(SECOND, "CASE_FOLLOWED", "5000");
        clock.advance(Duration.ofHours(4));
        wrong(TUESDAY);
        id = differences.open("nordlys").get(0).id();
    }

    private void wrong(LocalDate day) {
        compare(day, follows(FIRST, 1_000_000), follows(SECOND, 900_000));
    }

    private void right(LocalDate day) {
        compare(day, follows(FIRST, 1_000_000), follows(SECOND, 1_000_000));
    }

    private DifferenceState state() {
        return differences.find(id).orElseThrow().state();
    }

    private List<What> story() {
        return log.of(id).stream().map(DifferenceLog.Line::what).toList();
    }

    @Test
    void theFirstWrongDayTellsWhatHappened() {
        clock.advance(Duration.ofDays(1));
        wrong(TUESDAY.plusDays(1));
        var first = evidence.firstWrong(differences.find(id).orElseThrow()).orElseThrow();

        assertThat(first.before().agencyOre()).isEqualTo(1_000_000);
        assertThat(first.then().day()).isEqualTo(TUESDAY);
        assertThat(first.then().agencyOre()).isEqualTo(900_000);
        assertThat(first.events()).extracting(Timeline.Event::what).containsExactly("CASE_FOLLOWED");
        assertThat(evidence.sides(SECOND).orElseThrow().unexplainedOre()).isEqualTo(-100_000);
    }

    @Test
    void whoTakesNoteOfItKeepsItUntilItIsOver() {
        assertThat(decisions.acknowledge(id, "kari", "asks the agency")).isTrue();
        assertThat(decisions.acknowledge(id, "ola", null)).as("twice").isFalse();
        wrong(TUESDAY.plusDays(1));
        assertThat(state()).isEqualTo(DifferenceState.ACKNOWLEDGED);
        right(TUESDAY.plusDays(2));
        assertThat(state()).isEqualTo(DifferenceState.CLOSED);
        assertThat(story()).containsExactly(What.OPENED, What.ACKNOWLEDGED, What.AGREED);
        assertThat(log.of(id).get(1).who()).isEqualTo("kari");
    }

    @Test
    void whatIsSaidToBeFixedIsHeldAgainstTheNextComparison() {
        assertThat(decisions.fixed(id, "kari", List.of("14-2026"), null)).isTrue();
        wrong(TUESDAY.plusDays(1));
        assertThat(state()).isEqualTo(DifferenceState.OPEN);
        decisions.fixed(id, "kari", List.of("14-2026", "15-2026"), "the other half");
        right(TUESDAY.plusDays(2));
        assertThat(state()).isEqualTo(DifferenceState.CLOSED);
        assertThat(story()).containsExactly(What.OPENED, What.FIXED, What.REOPENED, What.FIXED, What.AGREED);
        assertThat(log.of(id).get(3).detail()).isEqualTo("14-2026, 15-2026: the other half");
    }

    @Test
    void whatIsAcceptedStandsWithItsEvidenceUntilTheAmountIsAnother() {
        assertThat(decisions.accept(id, "kari", "rounding agreed with the agency", null))
                .isTrue();
        wrong(TUESDAY.plusDays(1));
        assertThat(state()).isEqualTo(DifferenceState.ACCEPTED);
        assertThat(decisions.fixed(id, "ola", List.of("1-2026"), null)).isFalse();
        var accepted = log.of(id).get(1);
        assertThat(accepted.evidence()).contains("\"ledgerOre\":1000000", "\"agencyOre\":900000", "2026-01-06");
        assertThat(accepted.evidenceHash()).isEqualTo(Sql.hash(accepted.evidence()));
        compare(TUESDAY.plusDays(2), follows(FIRST, 1_000_000), follows(SECOND, 800_000));
        assertThat(state()).isEqualTo(DifferenceState.OPEN);
        assertThat(log.of(id).get(1)).as("frozen").isEqualTo(accepted);
    }

    @Test
    void anAcceptanceMayEnd() {
        decisions.accept(id, "kari", "the agency corrects it this week", LocalDate.of(2026, 1, 9));
        clock.advance(Duration.ofDays(3));
        decisions.expire("nordlys");
        assertThat(state()).as("its last day").isEqualTo(DifferenceState.ACCEPTED);
        clock.advance(Duration.ofDays(1));
        decisions.expire("nordlys");
        assertThat(state()).isEqualTo(DifferenceState.OPEN);
        assertThat(story()).containsExactly(What.OPENED, What.ACCEPTED, What.EXPIRED);
    }

    @Test
    void greenDaysReachToTheLastComparisonOrAreNone() {
        assertThat(GreenDays.of(agreements.of("nordlys", MONDAY, TUESDAY)).since())
                .isNull();
        right(TUESDAY.plusDays(1));
        right(TUESDAY.plusDays(2));
        GreenDays green = GreenDays.of(agreements.of("nordlys", MONDAY, TUESDAY.plusDays(9)));
        assertThat(green.since()).isEqualTo(TUESDAY.plusDays(1));
        assertThat(green.days()).isEqualTo(2);
        assertThat(GreenDays.of(List.of()).last()).isNull();
    }
}
