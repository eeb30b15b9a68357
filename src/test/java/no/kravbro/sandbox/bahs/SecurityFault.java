package no.kravbro.sandbox.bahs;

/** A standard fault of WS-Security: nothing was done. */
final class SecurityFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private SecurityFault(String code, String text) {
        super(text);
        this.code = code;
    }

    static SecurityFault failedAuthentication() {
        return new SecurityFault("wsse:FailedAuthentication", "The security token could not be authenticated");
    }

    static SecurityFault invalidSecurity(String text) {
        return new SecurityFault("wsse:InvalidSecurity", text);
    }

    static SecurityFault invalidToken(String text) {
        return new SecurityFault("wsse:InvalidSecurityToken", text);
    }

    static SecurityFault expired() {
        return new SecurityFault("wsu:MessageExpired", "The message has expired");
    }

    String code() {
        return code;
    }
}
