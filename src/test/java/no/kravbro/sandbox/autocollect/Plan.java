package no.kravbro.sandbox.autocollect;

import java.util.Random;

/**
 * What will come of one claim, fixed when it is received.
 *
 * @param days days from the deadline's (notice) or the stage's (collection) first day to what the debtor does
 * @param rejectCode code the agency refuses the claim with, or null to take it
 * @param rejectReason text of the refusal
 * @param caseNumber number its case must get, or 0 for the next one
 */
public record Plan(Behaviour behaviour, int days, String rejectCode, String rejectReason, long caseNumber) {

    /** Seeded by the key alone, so the order of arrival does not matter. */
    static Plan seeded(long seed, String key) {
        Random random = new Random(seed * 31 + key.hashCode());
        random.nextInt();
        Behaviour behaviour = Behaviour.of(random.nextInt(100));
        int days = behaviour == Behaviour.PAYS_AT_NOTICE ? 8 + random.nextInt(7) : 10 + random.nextInt(7);
        return new Plan(behaviour, days, null, null, 0);
    }

    /** The debtor does this, so many days after the letter (notice) or the demand (collection). */
    public static Plan of(Behaviour behaviour, int days) {
        return new Plan(behaviour, days, null, null, 0);
    }

    /** The agency refuses the claim. */
    public static Plan rejected(String code, String reason) {
        return new Plan(Behaviour.STAYS_SILENT, 0, code, reason, 0);
    }

    public Plan numbered(long number) {
        return new Plan(behaviour, days, rejectCode, rejectReason, number);
    }
}
