package no.kravbro.sandbox.trade;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Late interest by the agency's own table: simple, actual/365, split at half-years (RULES 3.3). Counted in exact units of
 * øre x hundredths of a percent x days, so that nothing is rounded before the end.
 */
public final class LateInterest {

    private static final long UNITS_PER_ORE = 365L * 100 * 100;

    /** First day of a rate, hundredths of a percent a year. After the last known half the simulated agency keeps its rate. */
    private static final NavigableMap<LocalDate, Integer> RATES = new TreeMap<>(Map.of(
            LocalDate.of(2023, 1, 1), 1075,
            LocalDate.of(2023, 7, 1), 1175,
            LocalDate.of(2024, 1, 1), 1250,
            LocalDate.of(2025, 7, 1), 1225,
            LocalDate.of(2026, 1, 1), 1200));

    private LateInterest() {}

    /** Units of interest on the principal for the days from one day (not counted) to another (counted). */
    public static long units(long principalOre, LocalDate from, LocalDate to) {
        long units = 0;
        LocalDate start = from;
        while (start.isBefore(to)) {
            LocalDate next = RATES.higherKey(start);
            LocalDate end = next == null || next.isAfter(to) ? to : next;
            long days = end.toEpochDay() - start.toEpochDay();
            units = Math.addExact(units, Math.multiplyExact(principalOre * rate(start), days));
            start = end;
        }
        return units;
    }

    private static int rate(LocalDate day) {
        Map.Entry<LocalDate, Integer> rate = RATES.floorEntry(day);
        if (rate == null) {
            throw new IllegalArgumentException("No late-interest rate is known for " + day);
        }
        return rate.getValue();
    }

    /** Whole øre, half up. */
    public static long ore(long units) {
        return Math.floorDiv(units + UNITS_PER_ORE / 2, UNITS_PER_ORE);
    }
}
