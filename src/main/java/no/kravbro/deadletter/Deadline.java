package no.kravbro.deadletter;

import java.time.LocalDate;
import no.kravbro.claim.WorkingDay;

/**
 * By when a letter should be seen to, in Norwegian working days after the day it was buried.
 *
 * @param day the last day in time
 * @param left working days left until then; negative when it is over
 */
public record Deadline(LocalDate day, int left) {

    /** @param since the day it was buried, which itself does not count */
    public static Deadline of(Cause cause, boolean mayHaveLanded, LocalDate since, LocalDate today) {
        LocalDate day = WorkingDay.after(since, mayHaveLanded ? 1 : cause.workingDays());
        return new Deadline(day, today.isAfter(day) ? -between(day, today) : between(today, day));
    }

    public boolean isOver() {
        return left < 0;
    }

    /** Key of the sentence that says it; its argument is the number of days without a sign. */
    public String key() {
        if (left == 0) {
            return "deadline.today";
        }
        return isOver() ? "deadline.over" : "deadline.left";
    }

    /** Over on a day that is none to work on counts as the one before it, so that it is never none. */
    private static int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            days += WorkingDay.is(day) ? 1 : 0;
        }
        return Math.max(1, days) - (from.equals(to) ? 1 : 0);
    }
}
