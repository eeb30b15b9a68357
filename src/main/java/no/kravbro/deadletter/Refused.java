package no.kravbro.deadletter;

/** A person asked for something that would do harm or cannot work. Nothing was changed. */
public final class Refused extends RuntimeException {

    /** Why; words in the message files under {@code refused.<code>}. */
    public enum Code {
        NOT_FOUND,
        /** Somebody else was faster, or it is settled already. */
        NOT_OPEN,
        /** Inquire first. */
        MAY_HAVE_LANDED,
        /** Nothing to inquire about: it is certain that nothing landed. */
        NOTHING_LANDED,
        /** The same content is sure to be refused again. */
        RETRY_CANNOT_HELP,
        /** Refused again until something outside the content is mended: say what was. */
        MEND_FIRST,
        /** Only a claim can be corrected. */
        NOT_CORRECTABLE,
        /** A field outside the list, or a value that cannot be right. */
        FIELD_REFUSED,
        NOTHING_CHANGED,
        /** Somebody has asked for a retry of it already, and that goes on. */
        RETRY_GOES_ON,
        /** Two retries have ended as before: an integrator or another version of the routes first. */
        LOCKED,
        /** The plan that was seen is another one. */
        OTHER_PLAN,
        PLAN_EXPIRED,
        PLAN_APPLIED,
        /** Nothing of the plan is safe to send again. */
        NOTHING_SAFE,
        /** Letters of the plan have changed since. */
        PLAN_STALE,
        /** It is over, or stands still already. */
        NOT_RUNNING,
        /** It goes on, or is over. */
        NOT_PAUSED,
        /** A change of who owes needs another person's yes. */
        SECOND_PERSON,
        /** Who asked cannot decide. */
        SAME_PERSON,
        /** A correction of it waits for another person already. */
        CORRECTION_WAITS,
        NOT_LOCKED,
        /** Closed for good: too long ago, by the product itself, or with consequences that cannot be taken back. */
        NOT_RESTORABLE,
        TEXT_MISSING,
        REASON_MISSING;

        /** Key of its words. */
        public String key() {
            return "refused." + name();
        }
    }

    private final Code code;

    /** @param detail for an engineer; names fields, never their values */
    public Refused(Code code, String detail) {
        super(detail);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
