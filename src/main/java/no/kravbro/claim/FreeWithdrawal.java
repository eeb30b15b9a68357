package no.kravbro.claim;

import java.time.LocalDate;

/** Until when a claim may be taken back without cost. The day of receipt does not count. Source: rules and vectors 3.8. */
public final class FreeWithdrawal {

    private FreeWithdrawal() {}

    /**
     * The last free day.
     *
     * @param received day on which the agency received the claim
     * @param working counts working days instead of calendar days
     */
    public static LocalDate last(LocalDate received, int days, boolean working) {
        return working ? WorkingDay.after(received, days) : received.plusDays(days);
    }
}
