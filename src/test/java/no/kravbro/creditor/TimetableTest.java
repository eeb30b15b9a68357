package no.kravbro.creditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {

    private final Timetable nightly = Timetable.of(List.of("23:05"));

    @Test
    void isDueTheSameDayWhenTheTimeIsStillAhead() {
        assertThat(nightly.after(Instant.parse("2026-01-05T07:00:00Z"))).isEqualTo("2026-01-05T22:05:00Z");
    }

    @Test
    void isDueTheNextDayAtTheVeryTime() {
        assertThat(nightly.after(Instant.parse("2026-01-05T22:05:00Z"))).isEqualTo("2026-01-06T22:05:00Z");
    }

    @Test
    void takesTheNearestOfSeveralTimes() {
        Timetable thrice = Timetable.of(List.of("14:00", "06:00", "20:00"));
        assertThat(thrice.after(Instant.parse("2026-01-05T05:00:00Z"))).isEqualTo("2026-01-05T13:00:00Z");
    }

    @Test
    void keepsOsloTimeAcrossBothDaylightSavingNights() {
        assertThat(nightly.after(Instant.parse("2026-03-28T22:05:00Z"))).isEqualTo("2026-03-29T21:05:00Z");
        assertThat(nightly.after(Instant.parse("2026-10-24T21:05:00Z"))).isEqualTo("2026-10-25T22:05:00Z");
    }

    @Test
    void movesATimeThatDoesNotExistAnHourOn() {
        assertThat(Timetable.of(List.of("02:30")).after(Instant.parse("2026-03-28T12:00:00Z")))
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(() -> Timetable.of(List.of())).hasMessageContaining("at least one");
    }
}
