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
