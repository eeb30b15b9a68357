package no.kravbro.claim.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is left of the principal")
class BalanceTest {

    private static final Instant DAY = Instant.parse("2026-01-05T07:00:00Z");

    private static Happening at(int hour, String what) {
        return Happening.of(DAY.plusSeconds(3600L * hour), Teller.BOOKS, "POSTING", what, "posting." + what);
    }

    @Test
    @DisplayName("is told after each step that changes it, in the order in which they were written down")
    void runs() {
        List<Happening> told = Balance.over(List.of(
                at(3, "PAYMENT").lowers(2_500_00),
                at(1, "ORDERED").begins(10_000_00),
                at(2, "STAGE"),
                at(4, "TAKES_BACK").lowers(-2_500_00)));
        assertThat(told).extracting(Happening::what).containsExactly("ORDERED", "STAGE", "PAYMENT", "TAKES_BACK");
        assertThat(told).extracting(Happening::leftOre).containsExactly(10_000_00L, null, 7_500_00L, 10_000_00L);
    }

    @Test
    @DisplayName("begins anew when the claim is handed over once more, with what is owed then")
    void beginsAnew() {
        List<Happening> told = Balance.over(List.of(
                at(1, "ORDERED").begins(10_000_00),
                at(2, "CREDIT").lowers(4_000_00),
                at(3, "ORDERED").begins(6_000_00)));
        assertThat(told).extracting(Happening::leftOre).containsExactly(10_000_00L, 6_000_00L, 6_000_00L);
    }

    @Test
    @DisplayName("is not guessed before anything was handed over")
    void unknownBefore() {
        assertThat(Balance.over(List.of(at(1, "PAYMENT").lowers(1))))
                .extracting(Happening::leftOre)
                .containsOnlyNulls();
    }

    @Test
    @DisplayName("cannot change by no amount")
    void needsAnAmount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Happening(
                        DAY,
                        null,
                        null,
                        Teller.BOOKS,
                        "POSTING",
                        "X",
                        List.of(),
                        null,
                        null,
                        null,
                        Happening.Effect.LOWERS,
                        null));
    }
}
