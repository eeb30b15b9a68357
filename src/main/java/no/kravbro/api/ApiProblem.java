package no.kravbro.api;

import no.kravbro.agency.Capabilities;
import no.kravbro.bundle.BundlePlan;
import no.kravbro.bundle.BundleRefused;
import no.kravbro.deadletter.Refused;
import no.kravbro.secret.KeysRefused;
import no.kravbro.transfer.instruct.InstructionRefused;

/** Why a call was not answered, as RFC 9457 wants it told. The words for people are looked up when it leaves. */
public final class ApiProblem extends RuntimeException {

    /** What can be wrong with a call, with its HTTP status; words under {@code problem.<code>}. */
    public enum Code {
        NOT_FOUND(404),
        /** No key came, or one that opens nothing. */
        UNAUTHENTICATED(401),
        /** The caller's roles do not allow it. */
        FORBIDDEN(403),
        UNKNOWN_PARAMETER(400),
        BAD_PARAMETER(400),
        BAD_BODY(400),
        /** The signature of an event. */
        SIGNATURE(401),
        TOO_LARGE(413),
        /** A body that is an HTML form. */
        FORM_REFUSED(415),
        /** The same Idempotency-Key came with another request before. */
        KEY_REUSED(422),
        /** An agency that had to be asked has not answered. */
        NO_ANSWER(503),
        /** What was asked for would do harm or cannot work; the field {@code reason} says why. */
        REFUSED(409);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        /** Key of its words. */
        public String key() {
            return "problem." + name();
        }
    }

    private final Code code;
    private final String reason;
    private final String key;

    /** @param detail names the parameter or thing, for engineers; no personal data */
    public ApiProblem(Code code, String detail) {
        this(code, null, detail);
    }

    /** @param reason code of a refused action, whose words stand under {@code refused.<reason>}, or null */
    ApiProblem(Code code, String reason, String detail) {
        this(
                code,
                reason,
                reason == null ? code.key() : Refused.Code.valueOf(reason).key(),
                detail);
    }

    private ApiProblem(Code code, String reason, String key, String detail) {
        super(detail);
        this.code = code;
        this.reason = reason;
        this.key = key;
    }

    /** What an agency does not allow with a claim now. */
    static ApiProblem notAllowed(Capabilities.Permission permission, String detail) {
        return new ApiProblem(Code.REFUSED, permission.name(), "permission." + permission, detail);
    }

    /** A plan of routes that cannot be applied now. */
    static ApiProblem notNow(BundlePlan.Hindrance hindrance) {
        return new ApiProblem(
                Code.REFUSED, hindrance.name(), "routeplan." + hindrance, "The plan cannot be applied now");
    }

    /** A bundle of routes that does not pass; the detail has a line for each fault. */
    static ApiProblem of(BundleRefused refused) {
        return new ApiProblem(
                Code.REFUSED, "BUNDLE", "routeplan.BUNDLE", String.join("\n", DeploymentsApi.lines(refused)));
    }

    /** Keys of encryption at rest that stay as they are. */
    static ApiProblem of(KeysRefused refused) {
        return new ApiProblem(
                Code.REFUSED, refused.code().name(), refused.code().key(), refused.getMessage());
    }

    /** What cannot be done with a claim now, or not like this; what is merely incomplete is a bad body. */
    static ApiProblem of(InstructionRefused refused) {
        return refused.reason().equals(InstructionRefused.Code.INCOMPLETE.name())
                ? new ApiProblem(Code.BAD_BODY, null, refused.key(), refused.getMessage())
                : new ApiProblem(Code.REFUSED, refused.reason(), refused.key(), refused.getMessage());
    }

    /** Key of the words for people. */
    String key() {
        return key;
    }

    public Code code() {
        return code;
    }

    public String reason() {
        return reason;
    }

    public int status() {
        return code.status();
    }
}
