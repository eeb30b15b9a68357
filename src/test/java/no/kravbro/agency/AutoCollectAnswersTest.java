package no.kravbro.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;
import no.kravbro.fakes.MutableClock;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an answer to a submission means: the AutoCollect row of contracts/README.md 3, cell by cell. Its last cell, how an
 * unknown outcome is settled, stands in {@link AutoCollectInquiryTest}.
 */
class AutoCollectAnswersTest extends AutoCollectAnswers {

    @Test
    void a_202_is_only_taken_for_processing() {
        Work work = Works.send(FIRST, SECOND);
        Map<Long, Outcome> outcomes = submit(answer(202, "{\"data\":{\"batchId\":\"" + BATCH + "\"}}"), work);
        assertThat(outcomes).containsOnlyKeys(1L, 2L);
        assertThat(outcomes.get(2L)).isEqualTo(new Outcome.Unknown("HANDED_OVER", "Taken for processing", BATCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"data\":{\"batchId\":\"b7a1", "{}", "[]", "\"ok\"", "null"})
    void a_202_with_a_garbled_body_is_unknown(String body) {
        Outcome.Unknown outcome = (Outcome.Unknown) submit(answer(202, body));
        assertThat(outcome.cause()).isEqualTo("GARBAGE");
        assertThat(outcome.handedOver()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_REQUEST, INVALID_DATA",
        "404, NOT_FOUND, UNKNOWN_CREDITOR",
        "422, STAGE_NOT_ALLOWED, STAGE_NOT_ALLOWED",
        "422, NOT_DUE, NOT_DUE",
        "422, something odd, INVALID_DATA"
    })
    void a_refused_request_is_rejected(int status, String code, String cause) {
        Outcome outcome = submit(answer(status, error(code)));
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcome.cause()).isEqualTo(cause);
    }

    @Test
    void a_refused_batch_goes_again_one_by_one_unless_it_is_about_the_creditor() {
        Outcome together = Outcome.NotSent.refusedTogether("BAD_REQUEST: No");
        assertThat(submit(answer(400, error("BAD_REQUEST")), Works.send(FIRST, SECOND)))
                .isEqualTo(Map.of(1L, together, 2L, together));
        assertThat(submit(answer(422, error("NOT_DUE")), Works.send(FIRST, SECOND))
                        .values())
                .containsOnly(Outcome.NotSent.refusedTogether("NOT_DUE: No"));
        assertThat(submit(answer(404, error("NOT_FOUND")), Works.send(FIRST, SECOND))
                        .values())
                .extracting(Outcome::cause)
                .containsOnly("UNKNOWN_CREDITOR");
    }

    @Test
    void a_refusal_with_a_garbled_body_is_still_a_refusal() {
        assertThat(submit(answer(422, "<html>"))).isEqualTo(new Outcome.Rejected("INVALID_DATA", "HTTP 422"));
    }

    @ParameterizedTest
    @CsvSource({"401, BAD_CREDENTIALS, false", "403, NO_ACCESS, true", "423, LOCKED, false", "429, RATE_LIMITED, false"
    })
    void a_refused_door_means_not_sent(int status, String cause, boolean needsPerson) {
        Outcome.NotSent outcome = (Outcome.NotSent) submit(answer(status, error("X")));
        assertThat(outcome.cause()).isEqualTo(cause);
        assertThat(outcome.needsPerson()).isEqualTo(needsPerson);
        assertThat(outcome.pause()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {423, 429})
    void the_pause_they_ask_for_is_kept(int status) {
        WireAnswer answer = WireAnswer.of(
                status, error("X"), Map.of("retry-after", "600"), MutableClock.at("2026-01-05T08:00:00+01:00"));
        assertThat(((Outcome.NotSent) submit(answer)).pause()).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 200, 201, 302, 408, 418})
    void every_other_status_is_unknown(int status) {
        assertThat(submit(answer(status, error("INTERNAL")))).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 422})
    void already_there_is_to_be_looked_up(int status) {
        Outcome outcome = submit(answer(status, error("ALREADY_EXISTS")));
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(outcome.cause()).isEqualTo("ALREADY_EXISTS");
    }

    @Test
    void what_failed_before_the_first_byte_is_not_sent() {
        for (Exception failure : new Exception[] {
            new ConnectException("refused"),
            new UnknownHostException("nowhere"),
            new ConnectTimeoutException("slow"),
            new ConnectionRequestTimeoutException("pool"),
            new IOException("wrapped", new ConnectException("refused"))
        }) {
            assertThat(submit(WireAnswer.failed(failure)).cause()).isEqualTo("NO_CONNECTION");
            assertThat(submit(WireAnswer.failed(failure))).isInstanceOf(Outcome.NotSent.class);
        }
    }

    @Test
    void what_failed_later_may_have_landed() {
        for (Exception failure : new Exception[] {
            new SocketTimeoutException("read"), new SocketException("reset"), new NoHttpResponseException("closed")
        }) {
            assertThat(submit(WireAnswer.failed(failure)))
                    .isEqualTo(new Outcome.Unknown("TIMEOUT", failure.getClass().getSimpleName()));
        }
    }

    @Test
    void their_words_are_kept_without_national_ids_and_addresses() {
        String body = "{\"errors\":[{\"code\":\"INVALID_DATA\",\"field\":\"debtors\","
                + "\"message\":\"15838530181 and 158385 30181\\n ola@example.com\"}]}";
        assertThat(submit(answer(422, body)))
                .isEqualTo(new Outcome.Rejected("INVALID_DATA", "INVALID_DATA: debtors … and … …"));
    }
}
