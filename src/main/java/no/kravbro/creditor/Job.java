package no.kravbro.creditor;

import java.util.List;
import java.util.Locale;

/** What is done for a creditor by the clock. */
public enum Job {
    /** Read invoices, decide, and hand claims to the outbox. */
    SCAN,
    /** Read what has happened with the invoices of claims that an agency has. */
    CHANGES,
    /** Look whether the accounting system still tells us of its events. */
    SUBSCRIPTIONS,
    /** Read what the agency has received, money event by money event. */
    PAYMENTS,
    /** Look what people have done with vouchers that wait for them in the accounting system. */
    PROPOSALS,
    /** Read what the agency has settled. */
    SETTLEMENTS,
    /** Read stage, case number and balance of the cases that have changed. */
    CASES,
    /** Read all cases, and compare what both sides say is left of each claim. */
    BALANCES,
    /** Look which payouts have arrived. */
    PAYOUTS;

    /** What has to be read before both sides can be held against each other, in this order: what compares comes last. */
    public static final List<Job> BOTH_SIDES = List.of(PAYMENTS, SETTLEMENTS, CHANGES, PAYOUTS, CASES, BALANCES);

    /** The accounting system, as a far side of deliveries and jobs. */
    public static final String TRIPLETEX = "tripletex";

    /** Whether it is the agency that is asked, and not the accounting system. */
    public boolean asksAgency() {
        return switch (this) {
            case PAYMENTS, SETTLEMENTS, CASES, BALANCES -> true;
            case SCAN, CHANGES, SUBSCRIPTIONS, PROPOSALS, PAYOUTS -> false;
        };
    }

    /** Who is asked: the creditor's agency, or the accounting system. */
    public String farSide(Creditor creditor) {
        return asksAgency() ? creditor.agency() : TRIPLETEX;
    }

    /** Its name in an agency's profile, {@code schedule}; an agency has the jobs that stand there. */
    public String scheduled() {
        return name().toLowerCase(Locale.ROOT);
    }
}
