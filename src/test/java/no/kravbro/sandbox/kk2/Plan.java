package no.kravbro.sandbox.kk2;

import java.util.Random;

/**
 * What will come of one claim, fixed when it is received.
 *
 * @param days days from the letter (notice) or the stage (collection) to the morning on which the money is there
 * @param refusal code the claim is refused with, or null to take it
 */
public record Plan(Behaviour behaviour, int days, String refusal) {

    /** What a debtor does when letters come. */
    public enum Behaviour {
        /** Pays to the creditor's bank after the notice. */
        PAYS_AT_NOTICE,
        /** Pays to the creditor's bank in the collection stage. */
        PAYS_AT_COLLECTION,
        /** Pays two fifths, and nothing more. */
        PAYS_PART,
        /** KapitalKontroll assists: the debtor pays to them, they settle the next Monday. */
        PAYS_ASSISTED,
        /** Objects in the collection stage. */
        DISPUTES,
        /** Goes to court at a cost, and is in the end suggested as a loss. */
        STAYS_SILENT
    }

    /** Seeded by the key alone, so the order of arrival does not matter. */
    static Plan seeded(long seed, String key) {
        Random random = new Random(seed * 31 + key.hashCode());
        random.nextInt();
        Behaviour behaviour = behaviour(random.nextInt(100));
        int days = behaviour == Behaviour.PAYS_AT_NOTICE ? 6 + random.nextInt(8) : 8 + random.nextInt(8);
        return of(behaviour, days);
    }

    private static Behaviour behaviour(int dice) {
        int[] most = {35, 60, 70, 85, 88, 100};
        int which = 0;
        while (dice >= most[which]) {
            which++;
        }
        return Behaviour.values()[which];
    }

    public static Plan of(Behaviour behaviour, int days) {
        return new Plan(behaviour, days, null);
    }

    /** KK2's own people refuse the claim. */
    public static Plan refused(String code) {
        return new Plan(Behaviour.STAYS_SILENT, 0, code);
    }
}
