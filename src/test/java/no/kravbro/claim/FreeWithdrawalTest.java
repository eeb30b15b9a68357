package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RULES 3.8 and 3.5: the receipt day does not count; a new notice comes 14 days after a new due day. */
class FreeWithdrawalTest {

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-04-20, 2026-04-21",
        "2026-05-11, 2026-05-27, 2026-05-31",
        "2026-12-21, 2027-01-06, 2027-01-10"
    })
    void tenWorkingDaysOrTwentyCalendarDays(LocalDate received, LocalDate working, LocalDate calendar) {
        assertThat(FreeWithdrawal.last(received, 10, true)).isEqualTo(working);
        assertThat(FreeWithdrawal.last(received, 20, false)).isEqualTo(calendar);
    }

    @Test
    void aLeapDayIsADay() {
        assertThat(FreeWithdrawal.last(LocalDate.of(2028, 2, 9), 20, false)).isEqualTo("2028-02-29");
        assertThat(Postponement.noticeFrom(LocalDate.of(2028, 2, 15))).isEqualTo("2028-02-29");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31, 2026-02-14", "2026-03-03, 2026-03-17", "2026-10-11, 2026-10-25"})
    void aNoticeComesFourteenDaysAfterTheDueDayAlsoOverAClockChange(LocalDate due, LocalDate notice) {
        assertThat(Postponement.noticeFrom(due)).isEqualTo(notice);
    }
}
