package no.kravbro.access;

/** Why a person or password was not written down. */
public final class AccessRefused extends RuntimeException {

    /** Words under {@code access.<name>}. */
    public enum Code {
        LINK_USED,
        NAME,
        NAME_TAKEN,
        NAME_MISSING,
        PASSWORD_SHORT,
        PASSWORD_LONG,
        PASSWORD_NAME,
        NO_ROLE,
        NO_CREDITOR,
        LAST_ADMIN,
        ISSUER,
        TOKEN_ROLES,
        TOKEN_ENDED
    }

    private final Code code;

    AccessRefused(Code code) {
        super(code.name());
        this.code = code;
    }

    /** Key of its words. */
    public String key() {
        return "access." + code;
    }

    public Code code() {
        return code;
    }
}
