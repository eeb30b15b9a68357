package no.kravbro.audit;

/** What is written down when a person or program does it, or is refused it. Words under {@code deed.<name>}. */
public enum Deed {
    LOGIN,
    LOGOUT,
    /** Something that a person's roles or creditors do not allow. */
    ACCESS,
    USER_ADDED,
    USER_CHANGED,
    PASSWORD_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    /** A look at what was sent, with how the debtor is reached. */
    LETTER_VIEW,
    LETTER_RETRY,
    LETTER_INQUIRE,
    LETTER_CORRECT,
    LETTER_CLOSE,
    LETTER_RESTORE,
    LETTER_UNLOCK,
    LETTER_NOTE,
    LETTER_ASSIGN,
    /** A look at what a retry would do; nothing is done by it. */
    LETTERS_PREVIEW,
    PLAN_MADE,
    PLAN_APPLIED,
    PLAN_PAUSED,
    PLAN_RESUMED,
    PLAN_CANCELLED,
    /** A correction that a second person has confirmed or turned down. */
    CORRECTION_DECIDED,
    CREDITOR_REGISTERED,
    CREDITOR_CHANGED,
    /** A new key of a creditor; never the key itself. */
    CREDITOR_TOKEN,
    CREDITOR_CONFIRMED,
    CREDITOR_SCAN,
    CREDITOR_SYNC,
    PAUSED,
    RESUMED,
    TASK_ASKED,
    TASK_DONE,
    /** An invoice or a customer that is kept back. */
    KEPT_BACK,
    KEPT_BACK_LIFTED,
    HANDED_OVER,
    INSTRUCTION,
    LIST_REJECTED,
    MAIL_AGAIN,
    DISPUTE_RAISED,
    DISPUTE_ANSWERED,
    DIFFERENCE_ACKNOWLEDGED,
    DIFFERENCE_FIXED,
    DIFFERENCE_ACCEPTED,
    DIFFERENCE_REREAD,
    /** Another bundle of routes. */
    ROUTES_PLANNED,
    ROUTES_APPLIED,
    ROUTES_WITHDRAWN,
    /** Keys of encryption at rest. */
    KEYS_ROTATED,
    KEYS_RETIRED,
    KEYS_REWRAPPED,
    UNMASKED_VIEW,
    EXPORT,
    AUDIT_VERIFIED;

    /** Key of its words. */
    public String key() {
        return "deed." + name();
    }
}
