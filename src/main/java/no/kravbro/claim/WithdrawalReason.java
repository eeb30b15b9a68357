package no.kravbro.claim;

/** Why a creditor takes a claim back. Words under {@code withdrawn.<name>}; the agency is told the Norwegian ones. */
public enum WithdrawalReason {
    /** It should never have gone: paid before, the wrong debtor, not owed. Some agencies grant free days for this alone. */
    SENT_WRONGLY,
    /** The debtor has paid the creditor since. */
    PAID_TO_US,
    /** Creditor and debtor have agreed on something else. */
    AGREED,
    OTHER;

    /** Key of its words. */
    public String key() {
        return "withdrawn." + name();
    }
}
