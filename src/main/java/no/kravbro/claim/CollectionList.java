package no.kravbro.claim;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * The days of the collection list: a case whose notice fell due unpaid is listed on the first Tuesday strictly after, and goes to
 * collection on Thursday morning unless the creditor has said no. Source: features D5 to D7, 1b no. 6; rules 3.5.
 */
public final class CollectionList {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private CollectionList() {}

    /** The list's Tuesday. @param noticeDue last day to pay the notice */
    public static LocalDate listDay(LocalDate noticeDue) {
        return noticeDue.with(TemporalAdjusters.next(DayOfWeek.TUESDAY));
    }

    /** The day of the answer: Thursday after the list's Tuesday, or the last working day before when that is a holiday. */
    public static LocalDate cutoffDay(LocalDate listDay) {
        LocalDate day = listDay.with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
        while (!WorkingDay.is(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** Until when the creditor may say no: 08:00 in Oslo. An agency that names a moment of its own is believed. */
    public static Instant cutoff(LocalDate listDay) {
        return cutoffDay(listDay).atTime(MORNING).atZone(OSLO).toInstant();
    }

    /** Whether a cut-off is earlier than on its Thursday, because that is a public holiday. */
    public static boolean isMoved(LocalDate cutoffDay) {
        LocalDate thursday = cutoffDay.with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
        return !thursday.equals(cutoffDay) && !WorkingDay.is(thursday);
    }

    /** The list that a case stands on at a day. */
    public static LocalDate listOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY));
    }
}
