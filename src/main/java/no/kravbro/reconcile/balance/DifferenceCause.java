package no.kravbro.reconcile.balance;

import java.util.EnumSet;
import java.util.Set;

/** Why the two sides say different things of a claim. Words under {@code cause.<CAUSE>}. */
public enum DifferenceCause {
    /** Handed over, and the agency does not have it. */
    MISSING_AT_AGENCY,
    /** The agency follows what our ledger does not have. */
    MISSING_IN_TRIPLETEX,
    /** The agency has two open cases for one claim. */
    DUPLICATE_CASE,
    /** The agency has opened the case for another creditor. */
    WRONG_CREDITOR,
    /** The agency has ended the case and something is open, or nothing is open and it goes on. */
    STATUS_DIFFERS,
    /** On its way from one side to the other, and not late yet. */
    IN_TRANSIT,
    /** Paid to the creditor; the agency has not been told, or has not taken it in. */
    DIRECT_PAYMENT_NOT_TOLD,
    /** Credited; the agency has not been told, or has not taken it in. */
    CREDIT_NOT_TOLD,
    /** Credited in part, which this agency's wire cannot carry. */
    PARTIAL_CREDIT,
    /** Written off in the ledger; the agency goes on. */
    WRITTEN_OFF,
    /** More has come in on the invoice than was owed; the agency follows nothing of it. */
    OVERPAID,
    /** The agency's own money, booked on the debtor by a person. */
    AGENCY_MONEY_ON_DEBTOR,
    /** A posting on the invoice that is nothing for certain. */
    UNCLEAR_POSTING,
    /** Taken back on one side only. */
    REVERSAL_NOT_TOLD,
    /** Paid to the agency, and no settlement has come in time. */
    SETTLEMENT_MISSING,
    /** Settled by the agency, and nothing of it went to the principal. */
    SETTLEMENT_ZERO,
    /** Settled by the agency and not in the books: the period is closed. */
    PERIOD_CLOSED,
    /** Settled by the agency and not in the books, for another reason that its dead letter tells. */
    NOT_BOOKED,
    /** As much as the interest of the claim: one side may count it as principal. */
    INTEREST,
    /** As much as a fee of the claim: one side may count it as principal. */
    FEE,
    /** As much as the value added tax on a fee of the claim. */
    VAT,
    /** Less than one krone. */
    ROUNDING,
    /** Nothing that we know of explains it. */
    PRINCIPAL;

    private static final Set<DifferenceCause> AT_ITS_POSTING =
            EnumSet.of(WRITTEN_OFF, AGENCY_MONEY_ON_DEBTOR, UNCLEAR_POSTING);

    /** Whether a difference of its own stands open for the posting already. */
    public boolean standsAtItsPosting() {
        return AT_ITS_POSTING.contains(this);
    }
}
