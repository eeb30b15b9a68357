package no.kravbro.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import no.kravbro.fakes.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireAnswerTest {

    private final MutableClock clock = MutableClock.at("2026-01-05T08:00:00+01:00");

    @ParameterizedTest
    @CsvSource({
        "30, PT30S",
        "' 0 ', PT0S",
        "999999999, P1D",
        "'Mon, 05 Jan 2026 07:02:00 GMT', PT2M",
        "'Mon, 05 Jan 2026 06:00:00 GMT',",
        "soon,",
        "-5,"
    })
    void retry_after_is_seconds_or_a_date_and_never_more_than_a_day(String header, Duration pause) {
        WireAnswer answer = WireAnswer.of(429, "", Map.of("RETRY-AFTER", header), clock);
        assertThat(answer.retryAfter()).isEqualTo(pause);
    }

    @Test
    void headers_are_found_whatever_their_case() {
        WireAnswer answer = WireAnswer.of(200, null, Map.of("X-Tlx-Request-Id", "r-1"), clock);
        assertThat(answer.headers().get("x-tlx-request-id")).isEqualTo("r-1");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void an_answer_is_a_status_or_a_failure() {
        assertThatThrownBy(() -> new WireAnswer(0, "", Map.of(), null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WireAnswer(200, "", Map.of(), new RuntimeException(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
