package no.kravbro.agency;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back over the wire, before anyone has judged it.
 *
 * @param status HTTP status, 0 when no answer came
 * @param body the answer as text, empty when none
 * @param headers names without regard to case
 * @param failure the connection problem, or null when an answer came
 * @param retryAfter how long they asked us to wait, or null
 */
public record WireAnswer(int status, String body, Map<String, String> headers, Throwable failure, Duration retryAfter) {

    /** Stands for a body that is not written in UTF-8; a character that is none, so that nothing reads it as a document. */
    public static final String NO_TEXT = "\uFFFE";

    /** A longer wish is cut: a mad header must not park a claim for ever. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    public WireAnswer {
        Map<String, String> folded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        folded.putAll(headers);
        headers = Collections.unmodifiableMap(folded);
        body = body == null ? "" : body;
        if ((status == 0) == (failure == null)) {
            throw new IllegalArgumentException("An answer has a status or a failure, not both and not neither");
        }
    }

    /** An answer as it came; {@code Retry-After} (seconds or HTTP date) is read against the machine's clock. */
    public static WireAnswer of(int status, String body, Map<String, String> headers, Clock machine) {
        WireAnswer answer = new WireAnswer(status, body, headers, null, null);
        Duration pause = pause(answer.headers.get("Retry-After"), machine);
        return pause == null ? answer : new WireAnswer(status, body, headers, null, pause);
    }

    /** No answer came. */
    public static WireAnswer failed(Throwable failure) {
        return new WireAnswer(0, "", Map.of(), failure, null);
    }

    /** True for a status of the 200s. */
    public boolean successful() {
        return status / 100 == 2;
    }

    private static Duration pause(String header, Clock machine) {
        if (header == null) {
            return null;
        }
        Duration pause = header.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : untilDate(header.strip(), machine);
        if (pause == null || pause.isNegative()) {
            return null;
        }
        return bounded(pause);
    }

    static Duration bounded(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private static Duration untilDate(String date, Clock machine) {
        try {
            ZonedDateTime until = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(machine.instant(), until.toInstant());
        } catch (DateTimeException unreadable) {
            return null; // a wish we cannot read is no wish: the usual growing pauses apply
        }
    }
}
