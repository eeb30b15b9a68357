package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Three years from the due day; told half a year before, with three months left to act. */
class LimitationTest {

    @Test
    void threeYearsFromTheDueDay() {
        assertThat(Limitation.on(LocalDate.of(2023, 7, 1))).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(Limitation.on(LocalDate.of(2024, 2, 29))).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(Limitation.seenToBy(LocalDate.of(2023, 7, 1))).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void toldHalfAYearBefore() {
        assertThat(Limitation.latestDueToldOn(LocalDate.of(2026, 1, 1))).isEqualTo(LocalDate.of(2023, 7, 1));
        assertThat(Limitation.latestDueToldOn(LocalDate.of(2025, 12, 31))).isBefore(LocalDate.of(2023, 7, 1));
    }
}
