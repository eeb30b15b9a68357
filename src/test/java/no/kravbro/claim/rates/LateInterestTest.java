package no.kravbro.claim.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import no.kravbro.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RULES 3.3: simple interest, split where the rate changes, and nothing where no rate is known. */
class LateInterestTest {

    private final Rates rates = Rates.delivered();
    private static final Money PRINCIPAL = Money.nok(10_000_00);

    private long interest(String due, String until) {
        return rates.lateInterest(PRINCIPAL, LocalDate.parse(due), LocalDate.parse(until))
                .ore();
    }

    @Test
    void theWorkedExampleOverNewYear() {
        assertThat(interest("2025-12-15", "2026-01-29")).isEqualTo(149_11);
    }

    /** A year of 365 days at one rate is that per cent; 2024 has a day more. */
    @ParameterizedTest
    @CsvSource({
        "2023-01-01, 2023-07-01, 181, 1075",
        "2023-07-01, 2024-01-01, 184, 1175",
        "2024-01-01, 2024-07-01, 182, 1250",
        "2024-07-01, 2025-01-01, 184, 1250",
        "2025-01-01, 2025-07-01, 181, 1250",
        "2025-07-01, 2026-01-01, 184, 1225",
        "2026-01-01, 2026-07-01, 181, 1200"
    })
    void everyHalfYearHasItsRate(String first, String next, long days, long hundredths) {
        // 10 000 kroner at h/100 per cent for d of 365 days, in øre
        assertThat(interest(first, next)).isEqualTo((1_000_000 * hundredths * days + 1_825_000) / 3_650_000);
    }

    @ParameterizedTest
    @CsvSource({
        // the last day of a half-year is of its rate, the first of the next one of that
        "2025-12-31, 2026-01-01, 336",
        "2026-01-01, 2026-01-02, 329",
        "2023-06-30, 2023-07-02, 616",
        // 29 February counts
        "2024-02-28, 2024-03-01, 685",
        // the nights of the clock change are days like others
        "2025-03-29, 2025-03-31, 685",
        "2025-10-25, 2025-10-27, 671",
        // no day, no interest
        "2026-01-01, 2026-01-01, 0",
        "2026-01-02, 2026-01-01, 0"
    })
    void daysAreCalendarDays(String due, String until, long ore) {
        assertThat(interest(due, until)).isEqualTo(ore);
    }

    @Test
    void overThreeHalvesEachPartHasItsRate() {
        // 1 day at 12.50, 184 at 12.25, 1 at 12.00
        assertThat(interest("2025-06-30", "2026-01-02")).isEqualTo(624_25);
    }

    @Test
    void anUnknownHalfYearIsRefusedAndSaysWhatToEnter() {
        assertThat(interest("2026-06-30", "2026-07-01")).isEqualTo(329);
        assertThatThrownBy(() -> interest("2026-06-30", "2026-07-02"))
                .isInstanceOf(UnknownRate.class)
                .hasMessage(
                        "Nothing is known for 2026-07-01: enter in rates/late-interest.csv a row with its first and last"
                                + " day, the value and its source");
        assertThatThrownBy(() -> interest("2022-12-31", "2023-01-02")).isInstanceOf(UnknownRate.class);
    }
}
