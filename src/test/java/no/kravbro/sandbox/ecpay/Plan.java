package no.kravbro.sandbox.ecpay;

import java.util.Random;

/**
 * What will come of one claim, fixed when it is received.
 *
 * @param days days from the notice or the demand to what the debtor does
 * @param late the money is seen only after the evening's files were written
 * @param reject ARSAK the agency refuses the claim with, or null to take it
 * @param caseNumber number its case must get, or 0 for the next one
 * @param bookNumber number its first booking must get, or 0 for the next one
 */
public record Plan(Behaviour behaviour, int days, boolean late, String reject, long caseNumber, long bookNumber) {

    /** Seeded by the key alone, so the order of arrival does not matter. */
    static Plan seeded(long seed, String key) {
        Random random = new Random(seed * 31 + key.hashCode());
        random.nextInt();
        Behaviour behaviour = Behaviour.of(random.nextInt(100));
        return new Plan(behaviour, 5 + random.nextInt(9), random.nextInt(4) == 0, null, 0, 0);
    }

    public static Plan of(Behaviour behaviour, int days) {
        return new Plan(behaviour, days, false, null, 0, 0);
    }

    /** The agency refuses the claim. */
    public static Plan rejected(String code) {
        return new Plan(Behaviour.STAYS_SILENT, 0, false, code, 0, 0);
    }

    public Plan seenLate() {
        return new Plan(behaviour, days, true, reject, caseNumber, bookNumber);
    }

    public Plan numbered(long ofCase, long ofBooking) {
        return new Plan(behaviour, days, late, reject, ofCase, ofBooking);
    }
}
