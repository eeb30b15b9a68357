package no.kravbro.claim;

import java.time.LocalDate;

/** A new due day stops the run until it has passed; what is unpaid then begins again with a notice. Source: rules 3.5, features F3. */
public final class Postponement {

    private static final int DAYS_TO_NOTICE = 14;

    private Postponement() {}

    /** First day of the new notice. */
    public static LocalDate noticeFrom(LocalDate newDueDate) {
        return newDueDate.plusDays(DAYS_TO_NOTICE);
    }
}
