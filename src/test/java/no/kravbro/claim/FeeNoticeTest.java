package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeNoticeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31, 14, 2026-02-14",
        "2026-03-03, 14, 2026-03-17",
        "2026-01-31, 15, 2026-02-15",
        // The law's fourteen days hold whatever the profile says.
        "2026-01-31, 13, 2026-02-14",
        "2026-01-31, 0, 2026-02-14",
        // 29 February, and its absence
        "2028-02-15, 14, 2028-02-29",
        "2026-02-15, 14, 2026-03-01",
        "2028-02-29, 14, 2028-03-14",
        // the nights of the clock change
        "2026-03-28, 14, 2026-04-11",
        "2026-10-24, 14, 2026-11-07"
    })
    void aFeeNeedsFourteenDaysAfterDue(LocalDate due, int profile, LocalDate earliest) {
        assertThat(FeeNotice.earliest(due, profile)).isEqualTo(earliest);
    }
}
