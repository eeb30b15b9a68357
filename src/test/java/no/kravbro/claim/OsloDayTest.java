package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OsloDayTest {

    @ParameterizedTest
    @CsvSource({
        // winter: one hour ahead of UTC
        "2026-01-14T22:59:59Z, 2026-01-14",
        "2026-01-14T23:00:00Z, 2026-01-15",
        // summer: two hours
        "2026-07-14T21:59:59Z, 2026-07-14",
        "2026-07-14T22:00:00Z, 2026-07-15",
        // the night that loses an hour
        "2026-03-28T22:59:59Z, 2026-03-28",
        "2026-03-28T23:00:00Z, 2026-03-29",
        "2026-03-29T01:00:00Z, 2026-03-29",
        "2026-03-29T21:59:59Z, 2026-03-29",
        "2026-03-29T22:00:00Z, 2026-03-30",
        // the night that gains one
        "2026-10-24T21:59:59Z, 2026-10-24",
        "2026-10-24T22:00:00Z, 2026-10-25",
        "2026-10-25T01:00:00Z, 2026-10-25",
        "2026-10-25T22:59:59Z, 2026-10-25",
        "2026-10-25T23:00:00Z, 2026-10-26",
        // New Year
        "2025-12-31T23:00:00Z, 2026-01-01"
    })
    void aDayBeginsAtMidnightInOslo(Instant instant, LocalDate day) {
        assertThat(OsloDay.of(instant)).isEqualTo(day);
    }

    @Test
    void theZoneOfTheClockDoesNotMatter() {
        Instant lateInTokyo = Instant.parse("2026-01-14T20:00:00Z");
        assertThat(OsloDay.today(Clock.fixed(lateInTokyo, ZoneId.of("Asia/Tokyo"))))
                .isEqualTo(LocalDate.of(2026, 1, 14));
    }
}
