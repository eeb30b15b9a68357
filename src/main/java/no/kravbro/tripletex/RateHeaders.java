package no.kravbro.tripletex;

import java.time.Duration;
import java.util.Map;

/**
 * What an answer says about the token's budget; members are null where it says nothing.
 *
 * @param reset how long the running period still lasts
 */
record RateHeaders(Integer limit, Integer remaining, Duration reset) {

    static RateHeaders of(Map<String, String> headers) {
        Integer seconds = number(headers.get("X-Rate-Limit-Reset"));
        return new RateHeaders(
                number(headers.get("X-Rate-Limit-Limit")),
                number(headers.get("X-Rate-Limit-Remaining")),
                seconds == null ? null : Duration.ofSeconds(seconds));
    }

    boolean complete() {
        return limit != null && remaining != null && reset != null;
    }

    /** The same where the reset is known otherwise. */
    RateHeaders resetting(Duration after) {
        return new RateHeaders(limit, remaining, after);
    }

    private static Integer number(String text) {
        return text == null || !text.strip().matches("\\d{1,9}") ? null : Integer.valueOf(text.strip());
    }
}
