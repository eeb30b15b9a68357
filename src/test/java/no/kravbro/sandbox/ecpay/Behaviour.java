package no.kravbro.sandbox.ecpay;

/** What a debtor does when letters come. */
public enum Behaviour {
    PAYS_AT_NOTICE(40),
    PAYS_AT_COLLECTION(30),
    PAYS_PART(15),
    /** Pays in full, and the bank takes the money back the day after. */
    PAYS_AND_TAKES_BACK(5),
    STAYS_SILENT(10);

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
