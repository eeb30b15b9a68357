package no.kravbro.money;

/** Where the payout of a remittance stands on the creditor's own bank account. */
public enum PayoutState {
    /** It pays nothing out: the creditor owes the agency, or nobody owes anybody. */
    NOT_DUE,
    /** Nothing has arrived, and it is too early to ask. */
    EXPECTED,
    /** Nothing has arrived although it should have. */
    LATE,
    /** Less has arrived than was announced. */
    SHORT,
    PAID_OUT,
    /** More has arrived than was announced. */
    OVER;

    /** Amounts in øre. @param overdue true when a payout should have arrived by now */
    public static PayoutState of(long announcedOre, long arrivedOre, boolean overdue) {
        if (arrivedOre > announcedOre) {
            return OVER;
        }
        if (arrivedOre == announcedOre) {
            return announcedOre == 0 ? NOT_DUE : PAID_OUT;
        }
        if (arrivedOre > 0) {
            return SHORT;
        }
        return overdue ? LATE : EXPECTED;
    }

    /** True when something is still to arrive. */
    public boolean open() {
        return this == EXPECTED || this == LATE || this == SHORT;
    }
}
