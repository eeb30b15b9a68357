package no.kravbro.sandbox.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days of the simulated agency's collection list are those of the vectors of RULES 3.5 and 3.8. */
class ListDaysTest {

    @ParameterizedTest
    @CsvSource({
        // due 31 January, notice 14 February, to be paid by Saturday the 28th
        "2026-01-31, 2026-02-28, 2026-03-03, 2026-03-05T07:00:00Z",
        // to be paid by a Tuesday: the list is a week later
        "2026-03-03, 2026-03-31, 2026-04-07, 2026-04-09T06:00:00Z",
        // Thursday is Maundy Thursday, Ascension Day, 17 May: the working day before
        "2026-02-27, 2026-03-27, 2026-03-31, 2026-04-01T06:00:00Z",
        "2026-04-13, 2026-05-11, 2026-05-12, 2026-05-13T06:00:00Z",
        "2029-04-11, 2029-05-09, 2029-05-15, 2029-05-16T06:00:00Z",
        // Tuesday is Christmas Day: the list is that day all the same, answered before Thursday the 27th
        "2029-11-26, 2029-12-24, 2029-12-25, 2029-12-27T07:00:00Z",
        // a notice to be paid by 29 February
        "2028-02-01, 2028-02-29, 2028-03-07, 2028-03-09T07:00:00Z",
        // over the nights that lose and gain an hour
        "2026-03-01, 2026-03-29, 2026-03-31, 2026-04-01T06:00:00Z",
        "2026-09-27, 2026-10-25, 2026-10-27, 2026-10-29T07:00:00Z"
    })
    void tuesdayStrictlyAfterAndThursdayMorning(LocalDate due, LocalDate payBy, LocalDate list, Instant cutoff) {
        assertThat(due.plusDays(14 + 14)).isEqualTo(payBy);
        assertThat(OsloDays.listDay(payBy)).isEqualTo(list);
        assertThat(OsloDays.cutoff(list)).isEqualTo(cutoff);
    }
}
