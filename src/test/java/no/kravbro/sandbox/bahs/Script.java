package no.kravbro.sandbox.bahs;

import java.util.Random;

/**
 * What will come of one claim, fixed when it is received.
 *
 * @param days days from the letter (notice) or the demand (collection) to what the debtor does
 * @param rejectCode code the agency refuses the claim with, or null to take it
 * @param caseNumber number its case must get, or null for the next one
 */
public record Script(Habit habit, int days, String rejectCode, String caseNumber) {

    /** Seeded by the key alone, so the order of arrival does not matter. */
    static Script seeded(long seed, String key) {
        Random random = new Random(seed * 31 + key.hashCode());
        random.nextInt();
        return new Script(Habit.of(random.nextInt(100)), 8 + random.nextInt(7), null, null);
    }

    public static Script of(Habit habit, int days) {
        return new Script(habit, days, null, null);
    }

    public static Script rejected(String code) {
        return new Script(Habit.STAYS_SILENT, 0, code, null);
    }

    public Script numbered(String number) {
        return new Script(habit, days, rejectCode, number);
    }
}
