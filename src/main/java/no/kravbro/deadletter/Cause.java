package no.kravbro.deadletter;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Why something could not be done: who owns it, and whether the very same content can succeed later. The plain words
 * stand in the message files under {@code cause.<code>.title} (what happened) and {@code cause.<code>.next} (what to do).
 */
public enum Cause {
    // The agency has said no (contracts, canonical reject reasons).
    INVALID_DATA(Owner.CREDITOR, false),
    DEBTOR_MISMATCH(Owner.CREDITOR, false),
    ALREADY_EXISTS(Owner.AGENCY, false),
    NOT_DUE(Owner.US, false),
    LIMITATION(Owner.CREDITOR, false),
    DISPUTE_INFO_MISSING(Owner.CREDITOR, false),
    UNKNOWN_CREDITOR(Owner.AGENCY, true),
    AGREEMENT_ENDED(Owner.CREDITOR, true),
    UNKNOWN_CLAIM(Owner.AGENCY, true),
    CASE_CLOSED(Owner.CREDITOR, false),
    STAGE_NOT_ALLOWED(Owner.CREDITOR, false),
    AMOUNT(Owner.CREDITOR, false),
    PARTIAL_CREDIT(Owner.CREDITOR, false),

    // The wire.
    NO_CONNECTION(Owner.AGENCY, true),
    TIMEOUT(Owner.AGENCY, true),
    SERVER_ERROR(Owner.AGENCY, true),
    RATE_LIMITED(Owner.US, true),
    NO_ACCESS(Owner.AGENCY, true),
    BAD_CREDENTIALS(Owner.US, true),
    LOCKED(Owner.AGENCY, true),
    GARBAGE(Owner.AGENCY, true),
    HANDED_OVER(Owner.AGENCY, true),
    NO_ANSWER(Owner.AGENCY, true),
    ABSENT(Owner.AGENCY, true),
    REFUSED_TOGETHER(Owner.US, true),

    // Ourselves.
    STOPPED_BY_US(Owner.CREDITOR, false),
    MAPPING_FAILED(Owner.US, true),
    LEASE_LOST(Owner.US, true),
    UNEXPECTED(Owner.US, true),

    // What came in.
    CONTENT_CHANGED(Owner.AGENCY, false),
    SUM_MISMATCH(Owner.AGENCY, false),
    UNKNOWN_LINE_KIND(Owner.US, true),
    FOREIGN_CURRENCY(Owner.CREDITOR, false),
    PRINCIPAL_WITHHELD(Owner.AGENCY, false),
    WRONG_SIGN(Owner.AGENCY, false),
    VAT_IMPLAUSIBLE(Owner.AGENCY, false),
    REMITTANCE_IMPLAUSIBLE(Owner.AGENCY, false),
    SETTLEMENT_COUNT(Owner.AGENCY, false),

    // The books.
    PERIOD_CLOSED(Owner.CREDITOR, true),
    BANK_RECONCILED(Owner.CREDITOR, true),
    ACCOUNT_MISSING(Owner.CREDITOR, true),
    ACCOUNT_LOCKED(Owner.CREDITOR, true),
    CUSTOMER_MISSING(Owner.CREDITOR, true),
    VOUCHER_REFUSED(Owner.TRIPLETEX, true),
    PAYMENT_REFUSED(Owner.TRIPLETEX, true),
    AMBIGUOUS(Owner.CREDITOR, false),
    BOOKED_NOT_MATCHED(Owner.CREDITOR, false);

    private static final Map<String, Cause> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Cause::name, Function.identity()));

    private final Owner owner;
    private final boolean retryHelps;

    Cause(Owner owner, boolean retryHelps) {
        this.owner = owner;
        this.retryHelps = retryHelps;
    }

    /** A code that is not in the catalogue is {@link #UNEXPECTED}: far sides invent new ones. */
    public static Cause of(String code) {
        return code == null ? UNEXPECTED : BY_CODE.getOrDefault(code, UNEXPECTED);
    }

    /** A fault of Tripletex's wire is Tripletex's, the same fault of an agency's wire the agency's. */
    public Owner owner(String target) {
        return owner == Owner.AGENCY && "tripletex".equals(target) ? Owner.TRIPLETEX : owner;
    }

    /** False when the same content is sure to be refused again: only a correction or a person's decision helps. */
    public boolean retryHelps() {
        return retryHelps;
    }

    /** Key of the sentence that says what happened. */
    public String titleKey() {
        return "cause." + name() + ".title";
    }

    /** Key of the sentence that says what to do. */
    public String nextKey() {
        return "cause." + name() + ".next";
    }
}
