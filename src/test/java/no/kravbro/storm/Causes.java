package no.kravbro.storm;

import java.util.List;
import java.util.Set;
import no.kravbro.sandbox.FaultKind;

/**
 * Which causes a person may be told after a kind of trouble. ABSENT is what is known of a write that nobody answered once the
 * far side has said twice that it has nothing of it.
 */
final class Causes {

    private static final Set<String> REFUSED = Set.of(
            "INVALID_DATA", "AMOUNT", "CONTENT_CHANGED", "VOUCHER_REFUSED", "PAYMENT_REFUSED", "BOOKED_NOT_MATCHED");
    private static final Set<String> SILENT = Set.of("TIMEOUT", "NO_CONNECTION", "ABSENT");

    private Causes() {}

    static Set<String> of(FaultKind kind) {
        return switch (kind) {
            case RESET_BEFORE, RESET_AFTER, REFUSED, TIMEOUT_AFTER_COMMIT, SLOW, TRUNCATED -> SILENT;
            case ERROR_500_BEFORE, ERROR_500_AFTER, BAD_GATEWAY_502, UNAVAILABLE_503 ->
                Set.of("SERVER_ERROR", "ABSENT");
            case TOO_MANY_429 -> Set.of("RATE_LIMITED", "SERVER_ERROR", "ABSENT");
            case LOCKED_423 -> Set.of("LOCKED", "SERVER_ERROR");
            case UNAUTHORIZED_401 -> Set.of("BAD_CREDENTIALS");
            case BAD_REQUEST_400, UNPROCESSABLE_422 -> REFUSED;
            case GARBAGE -> Set.of("GARBAGE", "ABSENT");
            case CROSSED -> Set.of("NO_ANSWER", "GARBAGE", "HANDED_OVER", "ABSENT");
            default -> Set.of("FILE_GAP", "FILE_FAULT", "NO_ANSWER", "HANDED_OVER", "ABSENT");
        };
    }

    /** Whether a machine that stood still for longer than the product waits is reason enough. */
    static boolean silent(String cause) {
        return SILENT.contains(cause);
    }

    /** Whether what somebody met can be the reason for the cause given. */
    static boolean implied(String cause, List<Struck> met) {
        return met.stream().anyMatch(struck -> of(struck.kind()).contains(cause));
    }
}
