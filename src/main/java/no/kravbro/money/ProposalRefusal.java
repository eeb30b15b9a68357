package no.kravbro.money;

/**
 * Why a proposal is refused: what the agency is told, and what a person is told.
 *
 * @param detail where and by how much; amounts and line kinds only
 */
public record ProposalRefusal(Reason reason, String detail) {

    /** What the agency is answered. */
    public enum Reason {
        /** The money stands in the books already. */
        ALREADY_BOOKED,
        /** The lines of the voucher do not sum to zero. */
        UNBALANCED,
        UNKNOWN_CLAIM,
        /** A line is on an account that was not agreed. */
        UNKNOWN_ACCOUNT,
        PERIOD_CLOSED,
        /** Voucher and settlement tell different amounts, or the settlement does not hold together. */
        AMOUNT,
        /** A person has said no. */
        REFUSED_BY_PERSON;

        /** Code of the cause catalogue, for the dead letter. */
        public String cause() {
            return switch (this) {
                case UNBALANCED, AMOUNT -> "SUM_MISMATCH";
                case UNKNOWN_ACCOUNT -> "ACCOUNT_MISSING";
                case ALREADY_BOOKED -> "ALREADY_EXISTS";
                case REFUSED_BY_PERSON -> "UNEXPECTED";
                case UNKNOWN_CLAIM, PERIOD_CLOSED -> name();
            };
        }
    }
}
