package no.kravbro.sandbox.autocollect;

import java.util.List;
import no.kravbro.sandbox.Reply;

/** A refusal in the contract's form. */
final class ApiError extends RuntimeException {

    private final int status;
    private final String code;
    private final String field;

    ApiError(int status, String code, String message, String field) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    static ApiError badRequest(String message, String field) {
        return new ApiError(400, "BAD_REQUEST", message, field);
    }

    static ApiError unauthorized(String message) {
        return new ApiError(401, "UNAUTHORIZED", message, null);
    }

    static ApiError notFound(String what) {
        return new ApiError(404, "NOT_FOUND", "Unknown " + what, null);
    }

    static ApiError unprocessable(String code, String message, String field) {
        return new ApiError(422, code, message, field);
    }

    static ApiError conflict(String code, String message, String field) {
        return new ApiError(409, code, message, field);
    }

    /** A 400 becomes a 422, all else stays. */
    ApiError asUnprocessable() {
        return status == 400 ? unprocessable("INVALID_DATA", getMessage(), field) : this;
    }

    String code() {
        return code;
    }

    Reply reply() {
        return Json.reply(
                status,
                Json.object(
                        "summary", Json.object("status", "FAILED"),
                        "errors", List.of(Json.object("code", code, "message", getMessage(), "field", field))));
    }
}
