package no.kravbro.sandbox.bahs;

/** What a debtor does when letters come. */
public enum Habit {
    PAYS_AT_NOTICE(35),
    PAYS_AT_COLLECTION(30),
    PAYS_PART(10),
    /** Pays a part, which the bank takes back some days later. */
    PAYS_AND_TAKES_BACK(10),
    STAYS_SILENT(15);

    private final int percent;

    Habit(int percent) {
        this.percent = percent;
    }

    /** @param dice 0 to 99 */
    static Habit of(int dice) {
        int left = dice;
        for (Habit habit : values()) {
            left -= habit.percent;
            if (left < 0) {
                return habit;
            }
        }
        throw new IllegalArgumentException("Not a dice: " + dice);
    }
}
