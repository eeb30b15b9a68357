package no.kravbro.claim;

import java.time.LocalDate;

/** When a letter may carry a fee. Source: inkassoforskriften; floor of the profile's own rule. */
public final class FeeNotice {

    /** No reminder or notice sent earlier after the due day may carry a fee, whatever a profile says. */
    static final int LAW_DAYS = 14;

    private FeeNotice() {}

    /**
     * First day a fee-bearing notice may be sent.
     *
     * @param due the invoice's due day
     * @param earliestFeeNotice the agency profile's days after the due day
     */
    public static LocalDate earliest(LocalDate due, int earliestFeeNotice) {
        return due.plusDays(Math.max(LAW_DAYS, earliestFeeNotice));
    }
}
