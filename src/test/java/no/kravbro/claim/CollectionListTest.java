package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors of rules 3.5 and 3.8. */
class CollectionListTest {

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 2026-03-03, 2026-03-05T07:00:00Z",
        // a notice to be paid by a Tuesday: strictly after
        "2026-03-31, 2026-04-07, 2026-04-09T06:00:00Z",
        // Thursday is Maundy Thursday, Ascension Day, 17 May
        "2026-03-27, 2026-03-31, 2026-04-01T06:00:00Z",
        "2026-05-11, 2026-05-12, 2026-05-13T06:00:00Z",
        "2029-05-09, 2029-05-15, 2029-05-16T06:00:00Z",
        // Tuesday is Christmas Day
        "2029-12-24, 2029-12-25, 2029-12-27T07:00:00Z",
        "2028-02-29, 2028-03-07, 2028-03-09T07:00:00Z",
        "2028-02-28, 2028-02-29, 2028-03-02T07:00:00Z",
        // the nights that lose and gain an hour
        "2026-03-29, 2026-03-31, 2026-04-01T06:00:00Z",
        "2026-03-23, 2026-03-24, 2026-03-26T07:00:00Z",
        "2026-10-25, 2026-10-27, 2026-10-29T07:00:00Z",
        "2026-10-19, 2026-10-20, 2026-10-22T06:00:00Z"
    })
    void tuesdayStrictlyAfterAndThursdayMorning(LocalDate noticeDue, LocalDate list, Instant cutoff) {
        assertThat(CollectionList.listDay(noticeDue)).isEqualTo(list);
        assertThat(CollectionList.cutoff(list)).isEqualTo(cutoff);
        assertThat(CollectionList.listOf(list)).isEqualTo(list);
        assertThat(CollectionList.listOf(list.plusDays(1))).isEqualTo(list);
    }
}
