package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutMatchTest {

    private static final Payout FIRST = payout("48213", 12_421_22, 0);
    private static final Payout SECOND = payout("48214", 5_000_00, 0);

    private static Payout payout(String number, long announced, long arrived) {
        return new Payout("autocollect", number, "Ihht samlebilag " + number, announced, arrived);
    }

    @ParameterizedTest
    @CsvSource({
        "Ihht samlebilag 48213, true",
        "IHHT samlebilag\u00a048213, true",
        "'  ihht   SAMLEBILAG 48213, Visma Amili', true",
        "Innbetaling: Ihht samlebilag 48213/2026, true",
        "Ihht samlebilag 482130, false",
        "xIhht samlebilag 48213, false",
        "Ihht samlebilag, false"
    })
    void aTextNamesAPayoutWhenAllItsWordsStandInIt(String text, boolean named) {
        assertThat(PayoutMatch.names(text, "Ihht samlebilag 48213")).isEqualTo(named);
    }

    @Test
    void aPayoutWithoutTextIsNeverNamed() {
        assertThat(PayoutMatch.names("anything", " ")).isFalse();
        assertThat(PayoutMatch.names(null, "Ihht samlebilag 48213")).isFalse();
    }

    @Test
    void whatBearsItsTextIsThePayoutWhateverArrived() {
        for (long ore : List.of(12_421_22L, 1L, 99_999_99L, -12_421_22L)) {
            PayoutMatch match = PayoutMatch.of("Ihht samlebilag 48213", ore, List.of(FIRST, SECOND));
            assertThat(match.payout()).contains(FIRST);
            assertThat(match.candidates()).isEmpty();
        }
    }

    @Test
    void amongSeveralOfOneTextTheAmountDecides() {
        Payout again = new Payout("bahs", "2", "Ihht samlebilag 48213", 7_00, 0);
        assertThat(PayoutMatch.of("Ihht samlebilag 48213", 7_00, List.of(FIRST, again))
                        .payout())
                .contains(again);
        assertThat(PayoutMatch.of("Ihht samlebilag 48213", 8_00, List.of(FIRST, again)))
                .isEqualTo(new PayoutMatch(Optional.empty(), List.of(FIRST, again)));
        Payout same = new Payout("bahs", "3", "Ihht samlebilag 48213", 7_00, 0);
        assertThat(PayoutMatch.of("Ihht samlebilag 48213", 7_00, List.of(again, same))
                        .candidates())
                .containsExactly(again, same);
    }

    @Test
    void theAmountAloneProvesNothing() {
        PayoutMatch match = PayoutMatch.of("Innbetaling", 5_000_00, List.of(FIRST, SECOND));
        assertThat(match.payout()).isEmpty();
        assertThat(match.candidates()).containsExactly(SECOND);
    }

    @Test
    void whatHasNeitherTextNorAmountIsNoneOfOurs() {
        Payout arrived = payout("48215", 900_00, 900_00);
        PayoutMatch match = PayoutMatch.of("Husleie", 900_00, List.of(FIRST, SECOND, arrived));
        assertThat(match.payout()).isEmpty();
        assertThat(match.candidates()).isEmpty();
        assertThat(PayoutMatch.of("Uttak", -5_000_00, List.of(FIRST, SECOND)).candidates())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100,   0, false, EXPECTED",
        "100,   0, true,  LATE",
        "100, -50, true,  LATE",
        "100,  99, false, SHORT",
        "100,  99, true,  SHORT",
        "100, 100, true,  PAID_OUT",
        "100, 101, false, OVER",
        "0,     0, true,  NOT_DUE",
        "0,     1, false, OVER",
        "-5,   -5, false, PAID_OUT"
    })
    void theStateFollowsTheAmountsAndTheDay(long announced, long arrived, boolean overdue, PayoutState state) {
        assertThat(PayoutState.of(announced, arrived, overdue)).isEqualTo(state);
    }

    @Test
    void somethingIsStillToArriveInThreeStates() {
        assertThat(PayoutState.values())
                .filteredOn(PayoutState::open)
                .containsExactly(PayoutState.EXPECTED, PayoutState.LATE, PayoutState.SHORT);
    }

    /** What has arrived in full is open by nothing; a posting of nothing is not that. */
    @Test
    void nothingIsNeverAPayout() {
        Payout arrived = payout("48215", 5_000_00, 5_000_00);
        assertThat(PayoutMatch.of("Gebyr", 0, List.of(arrived)).candidates()).isEmpty();
    }
}
