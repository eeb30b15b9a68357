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
    INVALID_DATA(Owner.CREDITOR, Retry.CANNOT_HELP),
    DEBTOR_MISMATCH(Owner.CREDITOR, Retry.CANNOT_HELP),
    ALREADY_EXISTS(Owner.AGENCY, Retry.CANNOT_HELP),
    NOT_DUE(Owner.US, Retry.CANNOT_HELP),
    LIMITATION(Owner.CREDITOR, Retry.CANNOT_HELP),
    DISPUTE_INFO_MISSING(Owner.CREDITOR, Retry.CANNOT_HELP),
    UNKNOWN_CREDITOR(Owner.AGENCY, Retry.ONCE_MENDED),
    AGREEMENT_ENDED(Owner.CREDITOR, Retry.ONCE_MENDED),
    UNKNOWN_CLAIM(Owner.AGENCY, Retry.ONCE_MENDED),
    CASE_CLOSED(Owner.CREDITOR, Retry.CANNOT_HELP),
    STAGE_NOT_ALLOWED(Owner.CREDITOR, Retry.CANNOT_HELP),
    AMOUNT(Owner.CREDITOR, Retry.CANNOT_HELP),
    PARTIAL_CREDIT(Owner.CREDITOR, Retry.CANNOT_HELP),
    PRICE_CHANGED(Owner.CREDITOR, Retry.CANNOT_HELP),

    // The wire.
    NO_CONNECTION(Owner.AGENCY, Retry.HELPS),
    TIMEOUT(Owner.AGENCY, Retry.HELPS),
    SERVER_ERROR(Owner.AGENCY, Retry.HELPS),
    RATE_LIMITED(Owner.US, Retry.HELPS),
    NO_ACCESS(Owner.AGENCY, Retry.HELPS),
    BAD_CREDENTIALS(Owner.US, Retry.HELPS),
    LOCKED(Owner.AGENCY, Retry.HELPS),
    GARBAGE(Owner.AGENCY, Retry.HELPS),
    HANDED_OVER(Owner.AGENCY, Retry.HELPS),
    NO_ANSWER(Owner.AGENCY, Retry.HELPS),
    ABSENT(Owner.AGENCY, Retry.HELPS),
    REFUSED_TOGETHER(Owner.US, Retry.HELPS),

    // Ourselves.
    STOPPED_BY_US(Owner.CREDITOR, Retry.CANNOT_HELP),
    MAPPING_FAILED(Owner.US, Retry.HELPS),
    LEASE_LOST(Owner.US, Retry.HELPS),
    UNEXPECTED(Owner.US, Retry.HELPS),

    // What came in.
    ALREADY_ANSWERED(Owner.AGENCY, Retry.CANNOT_HELP),
    CONTENT_CHANGED(Owner.AGENCY, Retry.CANNOT_HELP),
    SUM_MISMATCH(Owner.AGENCY, Retry.CANNOT_HELP),
    UNKNOWN_LINE_KIND(Owner.US, Retry.HELPS),
    FOREIGN_CURRENCY(Owner.CREDITOR, Retry.CANNOT_HELP),
    PRINCIPAL_WITHHELD(Owner.AGENCY, Retry.CANNOT_HELP),
    WRONG_SIGN(Owner.AGENCY, Retry.CANNOT_HELP),
    VAT_IMPLAUSIBLE(Owner.AGENCY, Retry.CANNOT_HELP),
    REMITTANCE_IMPLAUSIBLE(Owner.AGENCY, Retry.CANNOT_HELP),
    REMITTANCE_INCOMPLETE(Owner.AGENCY, Retry.CANNOT_HELP),
    REVERSAL_UNKNOWN(Owner.AGENCY, Retry.HELPS),
    REVERSAL_MISMATCH(Owner.AGENCY, Retry.CANNOT_HELP),
    CHARGED_UNSOLVED(Owner.AGENCY, Retry.CANNOT_HELP),
    SETTLEMENT_COUNT(Owner.AGENCY, Retry.CANNOT_HELP),

    // Files.
    FILE_GAP(Owner.AGENCY, Retry.HELPS),
    FILE_FAULT(Owner.AGENCY, Retry.CANNOT_HELP),
    UNREADABLE(Owner.AGENCY, Retry.HELPS),
    FILE_REFUSED(Owner.US, Retry.HELPS),
    RECEIPT_OVERDUE(Owner.AGENCY, Retry.ONCE_DENIED),
    FILE_NOWHERE(Owner.AGENCY, Retry.ONCE_DENIED),
    DUPLICATE_REFERENCE(Owner.US, Retry.CANNOT_HELP),

    // The books.
    PERIOD_CLOSED(Owner.CREDITOR, Retry.HELPS),
    BANK_RECONCILED(Owner.CREDITOR, Retry.HELPS),
    ACCOUNT_MISSING(Owner.CREDITOR, Retry.HELPS),
    ACCOUNT_LOCKED(Owner.CREDITOR, Retry.HELPS),
    DIMENSION_MISSING(Owner.CREDITOR, Retry.HELPS),
    CUSTOMER_MISSING(Owner.CREDITOR, Retry.HELPS),
    VOUCHER_REFUSED(Owner.TRIPLETEX, Retry.HELPS),
    STATUS_REFUSED(Owner.CREDITOR, Retry.HELPS),
    PAYMENT_REFUSED(Owner.TRIPLETEX, Retry.HELPS),
    AMBIGUOUS(Owner.CREDITOR, Retry.CANNOT_HELP),
    BOOKED_NOT_MATCHED(Owner.CREDITOR, Retry.CANNOT_HELP),
    REVERSED_NOT_OPENED(Owner.CREDITOR, Retry.CANNOT_HELP),

    // What the agency is not to hear of, so that the two sides differ.
    WRITTEN_OFF(Owner.CREDITOR, Retry.CANNOT_HELP),
    UNMATCHED(Owner.CREDITOR, Retry.CANNOT_HELP),
    AGENCY_MONEY_ON_DEBTOR(Owner.CREDITOR, Retry.CANNOT_HELP),
    UNCLEAR_POSTING(Owner.CREDITOR, Retry.CANNOT_HELP),

    // The bank.
    PAYOUT_LATE(Owner.AGENCY, Retry.CANNOT_HELP),
    PAYOUT_SHORT(Owner.AGENCY, Retry.CANNOT_HELP),
    PAYOUT_OVER(Owner.AGENCY, Retry.CANNOT_HELP),
    PAYOUT_UNCLEAR(Owner.CREDITOR, Retry.CANNOT_HELP),

    // The two sides of a claim.
    MISSING_AT_AGENCY(Owner.AGENCY, Retry.CANNOT_HELP),
    MISSING_IN_TRIPLETEX(Owner.CREDITOR, Retry.CANNOT_HELP),
    DUPLICATE_CASE(Owner.AGENCY, Retry.CANNOT_HELP),
    WRONG_CREDITOR(Owner.AGENCY, Retry.CANNOT_HELP),
    STATUS_DIFFERS(Owner.AGENCY, Retry.CANNOT_HELP),
    DIRECT_PAYMENT_NOT_TOLD(Owner.US, Retry.CANNOT_HELP),
    CREDIT_NOT_TOLD(Owner.US, Retry.CANNOT_HELP),
    REVERSAL_NOT_TOLD(Owner.US, Retry.CANNOT_HELP),
    OVERPAID(Owner.CREDITOR, Retry.CANNOT_HELP),
    SETTLEMENT_MISSING(Owner.AGENCY, Retry.CANNOT_HELP),
    SETTLEMENT_ZERO(Owner.AGENCY, Retry.CANNOT_HELP),
    NOT_BOOKED(Owner.US, Retry.CANNOT_HELP),
    INTEREST(Owner.AGENCY, Retry.CANNOT_HELP),
    FEE(Owner.AGENCY, Retry.CANNOT_HELP),
    VAT(Owner.AGENCY, Retry.CANNOT_HELP),
    ROUNDING(Owner.AGENCY, Retry.CANNOT_HELP),
    PRINCIPAL(Owner.AGENCY, Retry.CANNOT_HELP),
    IN_TRANSIT(Owner.US, Retry.CANNOT_HELP),

    // What should have been heard.
    NO_STATUS(Owner.AGENCY, Retry.CANNOT_HELP),
    KEY_STOPPED(Owner.CREDITOR, Retry.CANNOT_HELP),
    NOT_COMPARED(Owner.US, Retry.CANNOT_HELP),
    WATCH_STOPPED(Owner.US, Retry.CANNOT_HELP);

    private static final Map<String, Cause> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Cause::name, Function.identity()));

    private enum Retry {
        HELPS,
        /** They said no for something outside the content: the same again is refused until a person has seen to that. */
        ONCE_MENDED,
        /** Nobody can see whether they have it, but they can say so; and should they have it, they know our reference again. */
        ONCE_DENIED,
        CANNOT_HELP
    }

    private final Owner owner;
    private final Retry retry;

    Cause(Owner owner, Retry retry) {
        this.owner = owner;
        this.retry = retry;
    }

    /** A code that is not in the catalogue is {@link #UNEXPECTED}: far sides invent new ones. */
    public static Cause of(String code) {
        return code == null ? UNEXPECTED : BY_CODE.getOrDefault(code, UNEXPECTED);
    }

    /** A fault of Tripletex's wire is Tripletex's, the same fault of an agency's wire the agency's. */
    public Owner owner(String target) {
        return owner == Owner.AGENCY && "tripletex".equals(target) ? Owner.TRIPLETEX : owner;
    }

    /** Within how many working days it should be seen to. */
    public int workingDays() {
        if (this == LIMITATION) {
            return 1;
        }
        return switch (owner) {
            case US -> 1;
            case TRIPLETEX -> 2;
            case AGENCY -> 3;
            case CREDITOR -> 5;
        };
    }

    /** False when the same content is sure to be refused again: only a correction or a person's decision helps. */
    public boolean retryHelps() {
        return retry != Retry.CANNOT_HELP;
    }

    /** True when a retry is as good as refused unless a person says what has been mended meanwhile, or what they were told. */
    public boolean mendFirst() {
        return retry == Retry.ONCE_MENDED || onceDenied();
    }

    /** True when it may be sent again although it may have landed, once they say that it has not. */
    public boolean onceDenied() {
        return retry == Retry.ONCE_DENIED;
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
