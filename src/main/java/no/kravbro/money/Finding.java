package no.kravbro.money;

/**
 * Why a settlement must not be booked by itself.
 *
 * @param detail where and by how much, for the person who looks; amounts and line kinds only
 */
public record Finding(Cause cause, String detail) {

    /** Codes of the cause catalogue ({@code cause.<CODE>.title} in the messages). */
    public enum Cause {
        /** A sum the agency states is not the sum of its parts. */
        SUM_MISMATCH,
        /** A line is about something nobody has told us how to book. */
        UNKNOWN_LINE_KIND,
        FOREIGN_CURRENCY,
        /** The agency kept a part of the principal. */
        PRINCIPAL_WITHHELD,
        /** A line goes the wrong way: negative although nothing is taken back, or positive although all is. */
        WRONG_SIGN,
        /** A VAT line has the wrong sign, lacks its base, or is not rate times base. */
        VAT_IMPLAUSIBLE,
        /** The remittance states what cannot be: a balance in the creditor's favour, a negative payout, other facts in another settlement. */
        REMITTANCE_IMPLAUSIBLE,
        /** It takes back something else than what it names. */
        REVERSAL_MISMATCH,
        /** More settlements carry the remittance's number than it says it pays out. */
        SETTLEMENT_COUNT
    }
}
