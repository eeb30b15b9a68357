package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14",
                "2026-05-17", "2026-05-25", "2026-12-25", "2025-04-21", "2027-03-29", "2026-01-03", "2026-01-04"
            })
    void holidays_and_weekends_are_none(LocalDate day) {
        assertThat(WorkingDay.is(day)).isFalse();
    }

    @Test
    void every_other_day_is_one() {
        assertThat(WorkingDay.is(LocalDate.of(2026, 1, 2))).isTrue();
        assertThat(WorkingDay.is(LocalDate.of(2026, 4, 1))).isTrue();
        assertThat(WorkingDay.is(LocalDate.of(2026, 12, 24))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-30, 3, 2026-02-04", "2026-03-31, 3, 2026-04-08", "2026-01-05, 0, 2026-01-05"})
    void the_first_day_does_not_count(LocalDate day, int n, LocalDate then) {
        assertThat(WorkingDay.after(day, n)).isEqualTo(then);
    }
}
