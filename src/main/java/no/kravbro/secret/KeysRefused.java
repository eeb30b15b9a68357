package no.kravbro.secret;

/** Why the data keys stay as they are. Words for people stand under {@link Code#key()}. */
public final class KeysRefused extends RuntimeException {

    /** What is in the way. */
    public enum Code {
        /** There are two wrappings: one master key takes the place of another. */
        MASTER_CHANGES,
        /** No change of the master key is under way. */
        ONE_MASTER,
        /** There is one key only. */
        NOTHING_OLD,
        /** Not every node is sure to seal under the newest key yet. */
        TOO_EARLY,
        /** Rows are still being sealed anew. */
        UNDER_WAY,
        /** Rows were found under an older key; they are gone through again. */
        STILL_USED,
        /** Somebody else was faster. */
        CHANGED_MEANWHILE;

        /** Key of its words. */
        public String key() {
            return "datakeys." + name();
        }
    }

    private final Code code;

    KeysRefused(Code code, String detail) {
        super(detail);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
