package no.kravbro.money;

/** The two account roles that have a meaning of their own here; all others are only names the creditor gives numbers to. */
public final class AccountRole {

    /** The customer ledger: only principal is ever posted here, or the creditor would see an overpaid customer. */
    public static final String RECEIVABLE = "receivable";

    /** Where the agency's net payout stands until the creditor's own bank posting clears it. */
    public static final String INTERIM = "interim";

    /** Costs: where VAT goes that the creditor may not deduct. */
    public static final String COSTS = "costs";

    private AccountRole() {}
}
