package no.kravbro.transfer.instruct;

import no.kravbro.agency.Capabilities.Permission;

/** Something is wanted that cannot be done with the claim now, or not like this. Nothing was ordered. */
public final class InstructionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, where it is not the agency's permission; words under {@code instruction.<code>}. */
    public enum Code {
        /** Something is missing or cannot be right; the detail names it. */
        INCOMPLETE,
        /** The price must be seen before it can be confirmed. */
        PRICE_NOT_SHOWN,
        /** Another price than the one that was shown last. */
        PRICE_CHANGED,
        /** One of this claim stands in the dead letters, and what comes after it would wait behind it. */
        EARLIER_FAILED,
        /** The same is on its way already. */
        UNDER_WAY,
        /** One dispute at a time. */
        DISPUTE_OPEN,
        /** It has been answered, or the agency has ended it. */
        NO_OPEN_DISPUTE,
        /** The list has gone to collection. */
        LIST_OVER,
        /** Somebody has said no before, or it was taken off. */
        LIST_ANSWERED;

        /** Key of its words. */
        public String key() {
            return "instruction." + name();
        }
    }

    private final String reason;
    private final String key;

    InstructionRefused(Code code, String detail) {
        super(detail);
        this.reason = code.name();
        this.key = code.key();
    }

    InstructionRefused(Permission permission, String detail) {
        super(detail);
        this.reason = permission.name();
        this.key = "permission." + permission;
    }

    /** A {@link Code} or a permission that was not granted. */
    public String reason() {
        return reason;
    }

    /** Key of the words for people. */
    public String key() {
        return key;
    }
}
