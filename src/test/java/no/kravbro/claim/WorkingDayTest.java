package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Easter Mondays as almanacs have them, the earliest and the latest possible among them, and of three centuries. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1900-04-16", "1913-03-24", "1943-04-26", "1954-04-19", "1961-04-03", "1981-04-20", "1999-04-05",
                "2000-04-24", "2001-04-16", "2002-04-01", "2003-04-21", "2004-04-12", "2005-03-28", "2006-04-17",
                "2007-04-09", "2008-03-24", "2009-04-13", "2010-04-05", "2011-04-25", "2012-04-09", "2013-04-01",
                "2014-04-21", "2015-04-06", "2016-03-28", "2017-04-17", "2018-04-02", "2019-04-22", "2020-04-13",
                "2021-04-05", "2022-04-18", "2023-04-10", "2024-04-01", "2025-04-21", "2027-03-29", "2028-04-17",
                "2029-04-02", "2030-04-22", "2031-04-14", "2032-03-29", "2033-04-18", "2034-04-10", "2035-03-26",
                "2038-04-26", "2049-04-19", "2076-04-20", "2100-03-29", "2106-04-19", "2199-04-15"
            })
    void easter_is_free_from_thursday_to_monday(LocalDate monday) {
        assertThat(WorkingDay.is(monday.minusDays(5))).isTrue();
        assertThat(WorkingDay.is(monday.minusDays(4))).isFalse();
        assertThat(WorkingDay.is(monday.minusDays(3))).isFalse();
        assertThat(WorkingDay.is(monday)).isFalse();
        assertThat(WorkingDay.is(monday.plusDays(1))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-30, 3, 2026-02-04", "2026-03-31, 3, 2026-04-08", "2026-01-05, 0, 2026-01-05"})
    void the_first_day_does_not_count(LocalDate day, int n, LocalDate then) {
        assertThat(WorkingDay.after(day, n)).isEqualTo(then);
    }

    /** RULES 3.8: every holiday of two years, and no other day of them beside the weekends. */
    @ParameterizedTest
    @CsvSource({
        "2026, 01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26",
        "2027, 01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26"
    })
    void the_holidays_of_a_year(int year, String holidays) {
        Set<LocalDate> free = Arrays.stream(holidays.split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .collect(Collectors.toSet());
        LocalDate first = LocalDate.of(year, 1, 1);
        assertThat(first.datesUntil(first.plusYears(1))).allSatisfy(day -> assertThat(WorkingDay.is(day))
                .as(day.toString())
                .isEqualTo(!free.contains(day) && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0));
    }

    /** RULES 3.8: every Tuesday and Thursday of four years that is a holiday and no other. */
    @Test
    void tuesdays_and_thursdays_that_are_holidays() {
        LocalDate first = LocalDate.of(2026, 1, 2);
        assertThat(first.datesUntil(LocalDate.of(2030, 1, 1))
                        .filter(day ->
                                day.getDayOfWeek() == DayOfWeek.TUESDAY || day.getDayOfWeek() == DayOfWeek.THURSDAY)
                        .filter(day -> !WorkingDay.is(day)))
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2026-04-02",
                        "2026-05-14",
                        "2027-03-25",
                        "2027-05-06",
                        "2028-04-13",
                        "2028-05-25",
                        "2028-12-26",
                        "2029-03-29",
                        "2029-05-01",
                        "2029-05-10",
                        "2029-05-17",
                        "2029-12-25");
    }
}
