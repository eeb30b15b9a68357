package no.kravbro.claim;

import java.time.LocalDate;

/**
 * When a claim can be enforced no more. Three years from the due day, unless the debtor acknowledges the debt or a legal step is taken
 * before; neither is known here, so this is the earliest day. Source: foreldelsesloven §§ 2 and 3; rules 3.7.
 */
public final class Limitation {

    private static final int YEARS = 3;
    private static final int MONTHS_BEFORE = 6;
    private static final int MONTHS_TO_ACT = 3;

    private Limitation() {}

    /** The day on which a claim that was due on a day lapses. */
    public static LocalDate on(LocalDate due) {
        return due.plusYears(YEARS);
    }

    /** The latest due day of those claims of which somebody is told on a day: half a year before. */
    public static LocalDate latestDueToldOn(LocalDate day) {
        return day.plusMonths(MONTHS_BEFORE).minusYears(YEARS);
    }

    /** By when it is to be seen to: a legal step takes its time. */
    public static LocalDate seenToBy(LocalDate due) {
        return on(due).minusMonths(MONTHS_TO_ACT);
    }
}
