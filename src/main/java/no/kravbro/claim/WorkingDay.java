package no.kravbro.claim;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Days on which offices and banks in Norway work: no weekend and no public holiday. Source: the Holidays Act (LOV-1995-02-24-12). */
public final class WorkingDay {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 17), MonthDay.of(12, 25), MonthDay.of(12, 26));

    /** Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday. */
    private static final Set<Long> FROM_EASTER = Set.of(-3L, -2L, 0L, 1L, 39L, 49L, 50L);

    private WorkingDay() {}

    public static boolean is(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !FROM_EASTER.contains(
                        day.toEpochDay() - easterSunday(day.getYear()).toEpochDay());
    }

    /** The n-th working day after a day, which itself does not count. */
    public static LocalDate after(LocalDate day, int n) {
        LocalDate then = day;
        for (int left = n; left > 0; ) {
            then = then.plusDays(1);
            if (is(then)) {
                left--;
            }
        }
        return then;
    }

    /** The n-th working day before a day, which itself does not count. */
    public static LocalDate before(LocalDate day, int n) {
        LocalDate then = day;
        for (int left = n; left > 0; ) {
            then = then.minusDays(1);
            if (is(then)) {
                left--;
            }
        }
        return then;
    }

    /** Gauss' rule as Butcher wrote it down, for the Gregorian calendar. */
    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int month = (h + l - 7 * m + 114) / 31;
        int day = (h + l - 7 * m + 114) % 31 + 1;
        return LocalDate.of(year, month, day);
    }
}
