package no.kravbro.sandbox.autocollect;

/** What a debtor does when letters come. */
public enum Behaviour {
    PAYS_AT_NOTICE(35),
    PAYS_AT_COLLECTION(25),
    PAYS_PART(10),
    PAYS_BY_INSTALMENTS(10),
    /** Objects in the collection stage; a creditor who does not answer is charged for what has accrued. */
    DISPUTES(5),
    STAYS_SILENT(15);

    private final int percent;

    Behaviour(int percent) {
        this.percent = percent;
    }

    /** @param dice 0 to 99 */
    static Behaviour of(int dice) {
        int left = dice;
        for (Behaviour behaviour : values()) {
            left -= behaviour.percent;
            if (left < 0) {
                return behaviour;
            }
        }
        throw new IllegalArgumentException("Not a dice: " + dice);
    }
}
