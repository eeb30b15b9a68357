package no.kravbro.reconcile.balance;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Finds in the captures of every day since when a claim has been wrong. */
public final class FirstDay {

    private FirstDay() {}

    /**
     * The first of the wrong days that reach without a right one to the last capture; a day that was not captured is like the
     * one before it. Empty when the last capture is right or there is none.
     *
     * @param agreed whether both sides agreed, by Oslo day
     */
    public static Optional<LocalDate> wrongSince(SortedMap<LocalDate, Boolean> agreed) {
        LocalDate first = null;
        for (Map.Entry<LocalDate, Boolean> day : agreed.entrySet()) {
            if (Boolean.TRUE.equals(day.getValue())) {
                first = null;
            } else if (first == null) {
                first = day.getKey();
            }
        }
        return Optional.ofNullable(first);
    }
}
