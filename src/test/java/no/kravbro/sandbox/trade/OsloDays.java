package no.kravbro.sandbox.trade;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import no.kravbro.sandbox.SandboxClock;

/** The agency's calendar: Norwegian holidays, working days, the list's Tuesday and its cut-off. Source: RULES 3.5, 3.8. */
public final class OsloDays {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 17), MonthDay.of(12, 25), MonthDay.of(12, 26));
    private static final Set<Integer> FROM_EASTER = Set.of(-3, -2, 0, 1, 39, 49, 50);

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private OsloDays() {}

    public static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    public static boolean isHoliday(LocalDate day) {
        long fromEaster = day.toEpochDay() - easter(day.getYear()).toEpochDay();
        return FIXED.contains(MonthDay.from(day)) || FROM_EASTER.contains((int) fromEaster);
    }

    /** The n-th working day after this one, which is not counted. */
    public static LocalDate addWorkingDays(LocalDate day, int n) {
        LocalDate then = day;
        for (int left = n; left > 0; ) {
            then = then.plusDays(1);
            if (isWorking(then)) {
                left--;
            }
        }
        return then;
    }

    /** First Tuesday strictly after the day. */
    public static LocalDate listDay(LocalDate after) {
        return after.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    }

    /** Thursday 08:00 of the list's week; on a holiday the working day before. */
    public static Instant cutoff(LocalDate listDay) {
        LocalDate day = listDay.plusDays(2);
        while (!isWorking(day)) {
            day = day.minusDays(1);
        }
        return at(day, LocalTime.of(8, 0));
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SandboxClock.OSLO).toInstant();
    }

    /** With Oslo's offset, to the second ({@code 2026-01-15T08:00:00+01:00}). */
    public static String offset(Instant instant) {
        return SECONDS.format(instant.atZone(SandboxClock.OSLO));
    }

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, SandboxClock.OSLO);
    }

    /** Easter Sunday (anonymous Gregorian computation). */
    public static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
