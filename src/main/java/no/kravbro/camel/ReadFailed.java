package no.kravbro.camel;

import java.time.Duration;
import no.kravbro.agency.WireAnswer;

/** A read did not succeed. Nothing was changed by it, so it is simply done again later. */
public final class ReadFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Duration pause;
    private final String cause;

    public ReadFailed(WireAnswer answer) {
        super(
                answer.failure() == null
                        ? "Answered with status " + answer.status()
                        : "No answer: " + words(answer.failure()));
        this.pause = answer.retryAfter();
        this.cause = cause(answer.status());
    }

    public ReadFailed(String message, Duration pause) {
        super(message);
        this.pause = pause;
        this.cause = pause == null ? "NO_ANSWER" : "RATE_LIMITED";
    }

    private static String words(Throwable failure) {
        return failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ", " + failure.getMessage());
    }

    private static String cause(int status) {
        return switch (status) {
            case 0 -> "NO_CONNECTION";
            case 401 -> "BAD_CREDENTIALS";
            case 403 -> "NO_ACCESS";
            case 429 -> "RATE_LIMITED";
            default -> status >= 500 ? "SERVER_ERROR" : "NO_ANSWER";
        };
    }

    /** Code of the cause catalogue. */
    public String cause() {
        return cause;
    }

    /** How long they asked us to wait, or null. */
    public Duration pause() {
        return pause;
    }
}
