package no.kravbro.agency;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.Mappings;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
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
 * Every cell of the AutoCollect row of contracts/README.md 3, through the real profile and the real mappings: accepted,
 * rejected, not sent, unknown and how it is settled.
 */
class AutoCollectAnswersTest {

    private static final Path ROUTES = Path.of("routes");
    private static final String BATCH = "b7a1c0de-0000-4000-8000-000000000042";
    private static final Delivery FIRST = Works.claim(1, "310245674-2147524999", "10057");
    private static final Delivery SECOND = Works.claim(2, "310245674-2147525003", "10061");

    private final Mappings mappings = new Mappings(ROUTES);
    private final AgencyProfile profile = new AgencyProfiles(ROUTES).of("autocollect");

    // Sending

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

    // Inquiring

    @Test
    void a_finished_batch_tells_item_by_item() {
        Map<Long, Outcome> outcomes = inquire(answer(200, batch("PARTIAL")), Works.inquire(BATCH, FIRST, SECOND));
        assertThat(outcomes.get(1L))
                .isEqualTo(new Outcome.Accepted(
                        Map.of("case", "5000014", "invoice", "11111111-0000-4000-8000-000000010057")));
        assertThat(outcomes.get(2L)).isEqualTo(new Outcome.Rejected("DEBTOR_MISMATCH", "DEBTOR_MISMATCH: No such one"));
    }

    @Test
    void already_there_and_found_under_our_key_is_accepted() {
        Delivery exists = Works.delivery(1, DeliveryKind.SUBMIT_CLAIM, FIRST.claimKey(), "{}", "ALREADY_EXISTS");
        String found = "{\"summary\":{\"status\":\"SUCCESS\"},\"data\":[" + data("SUCCESS") + "]}";
        assertThat(inquire(answer(200, found), Works.inquire(null, exists)).get(1L))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void already_there_and_not_under_our_key_is_someone_elses() {
        Delivery exists = Works.delivery(1, DeliveryKind.SUBMIT_CLAIM, FIRST.claimKey(), "{}", "ALREADY_EXISTS");
        Outcome outcome =
                inquire(answer(200, nothing()), Works.inquire(null, exists)).get(1L);
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(outcome.cause()).isEqualTo("ALREADY_EXISTS");
    }

    @Test
    void a_failed_question_does_not_forget_that_it_exists() {
        Delivery exists = Works.delivery(1, DeliveryKind.SUBMIT_CLAIM, FIRST.claimKey(), "{}", "ALREADY_EXISTS");
        for (WireAnswer answer :
                new WireAnswer[] {answer(500, ""), answer(429, ""), WireAnswer.failed(new ConnectException("refused"))
                }) {
            assertThat(inquire(answer, Works.inquire(null, exists)).get(1L).cause())
                    .isEqualTo("ALREADY_EXISTS");
        }
    }

    @Test
    void nothing_under_our_key_is_an_absence_for_the_delivery_room_to_count() {
        assertThat(inquire(answer(200, nothing()), Works.inquire(null, FIRST)).get(1L))
                .isEqualTo(Outcome.NotSent.absent());
    }

    @Test
    void nothing_where_they_once_gave_a_receipt_is_no_absence() {
        assertThat(inquire(answer(200, nothing()), Works.inquire(BATCH, FIRST)).get(1L))
                .isEqualTo(new Outcome.Unknown("NO_ANSWER", "The receipt is not known there", BATCH));
    }

    @Test
    void an_empty_page_with_more_to_come_is_no_absence() {
        String page = "{\"summary\":{\"status\":\"SUCCESS\",\"nextPageToken\":\"2\"},\"data\":[]}";
        assertThat(inquire(answer(200, page), Works.inquire(null, FIRST))
                        .get(1L)
                        .cause())
                .isEqualTo("GARBAGE");
    }

    @Test
    void a_queued_batch_is_still_handed_over_now_with_its_receipt() {
        String queued = "{\"data\":[" + data("QUEUED") + "]}";
        assertThat(inquire(answer(200, queued), Works.inquire(null, FIRST)).get(1L))
                .isEqualTo(new Outcome.Unknown("HANDED_OVER", "Still being processed", BATCH));
    }

    @Test
    void an_item_that_the_batch_does_not_name_stays_unknown() {
        Delivery third = Works.claim(3, "310245674-3", "10099");
        assertThat(inquire(answer(200, batch("SUCCESS")), Works.inquire(BATCH, FIRST, SECOND, third))
                        .get(3L))
                .isEqualTo(new Outcome.Unknown("NO_ANSWER", "The answer does not name it", BATCH));
    }

    @Test
    void without_our_key_the_invoice_number_tells_if_it_is_beyond_doubt() {
        String bare = batch("PARTIAL").replaceAll(",\"uniqueSourceInvoiceId\":\"[0-9-]+\"", "");
        Delivery twin = Works.claim(3, "310245674-3", "10061");
        Map<Long, Outcome> outcomes = inquire(answer(200, bare), Works.inquire(BATCH, FIRST, SECOND, twin));
        assertThat(outcomes.get(1L)).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcomes.get(2L).cause()).isEqualTo("NO_ANSWER");
        assertThat(outcomes.get(3L).cause()).isEqualTo("NO_ANSWER");
    }

    @Test
    void several_batches_under_our_key_are_for_a_person() {
        String several = "{\"data\":[" + data("SUCCESS") + "," + data("SUCCESS") + "]}";
        Outcome.NotSent outcome = (Outcome.NotSent)
                inquire(answer(200, several), Works.inquire(null, FIRST)).get(1L);
        assertThat(outcome.cause()).isEqualTo("AMBIGUOUS");
        assertThat(outcome.needsPerson()).isTrue();
        assertThat(outcome.isAbsence()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 422, 500, 502, 503})
    void a_question_that_failed_changes_nothing(int status) {
        Outcome.Unknown outcome = (Outcome.Unknown)
                inquire(answer(status, error("X")), Works.inquire(BATCH, FIRST)).get(1L);
        assertThat(outcome.receipt()).isEqualTo(BATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"data\":[{\"batchId\":", "{}", "{\"data\":{}}", "{\"data\":[{}]}"})
    void a_garbled_answer_to_a_question_changes_nothing(String body) {
        Outcome.Unknown outcome = (Outcome.Unknown)
                inquire(answer(200, body), Works.inquire(BATCH, FIRST)).get(1L);
        assertThat(outcome.cause()).isEqualTo("GARBAGE");
        assertThat(outcome.receipt()).isEqualTo(BATCH);
    }

    @Test
    void a_timeout_of_a_question_changes_nothing() {
        Outcome outcome = inquire(WireAnswer.failed(new SocketTimeoutException("read")), Works.inquire(BATCH, FIRST))
                .get(1L);
        assertThat(outcome).isEqualTo(new Outcome.Unknown("TIMEOUT", "SocketTimeoutException", BATCH));
    }

    @Test
    void their_words_are_kept_without_national_ids_and_addresses() {
        String body = "{\"errors\":[{\"code\":\"INVALID_DATA\",\"field\":\"debtors\","
                + "\"message\":\"15838530181 and 158385 30181\\n ola@example.com\"}]}";
        assertThat(submit(answer(422, body)))
                .isEqualTo(new Outcome.Rejected("INVALID_DATA", "INVALID_DATA: debtors … and … …"));
    }

    private Outcome submit(WireAnswer answer) {
        return submit(answer, Works.send(FIRST)).get(1L);
    }

    private Map<Long, Outcome> submit(WireAnswer answer, Work work) {
        return read("submit-claim", answer, work);
    }

    private Map<Long, Outcome> inquire(WireAnswer answer, Work work) {
        return read("inquire-claim", answer, work);
    }

    private Map<Long, Outcome> read(String call, WireAnswer answer, Work work) {
        AnswerTable table = profile.answers().get(call);
        return Answers.read(table, body -> map(table, body), answer, work);
    }

    private JsonNode map(AnswerTable table, String body) {
        try {
            return mappings.apply(table.map(), ExactJson.read(body));
        } catch (JsonProcessingException garbled) {
            throw new UncheckedIOException(garbled);
        }
    }

    private static WireAnswer answer(int status, String body) {
        return new WireAnswer(status, body, Map.of(), null, null);
    }

    private static String error(String code) {
        return "{\"summary\":{\"status\":\"FAILED\"},\"errors\":[{\"code\":\"" + code + "\",\"message\":\"No\"}]}";
    }

    private static String nothing() {
        return "{\"summary\":{\"status\":\"SUCCESS\",\"nextPageToken\":null},\"data\":[]}";
    }

    private static String batch(String status) {
        return "{\"summary\":{\"status\":\"SUCCESS\"},\"data\":" + data(status) + "}";
    }

    private static String data(String status) {
        return "{\"batchId\":\"" + BATCH + "\",\"type\":\"INVOICE\",\"status\":\"" + status + "\",\"succeeded\":"
                + "[{\"invoiceId\":\"11111111-0000-4000-8000-000000010057\",\"invoiceNumber\":\"10057\","
                + "\"caseNumber\":\"5000014\",\"uniqueSourceInvoiceId\":\"310245674-2147524999\"}],\"failed\":"
                + "[{\"invoiceId\":null,\"invoiceNumber\":\"10061\",\"reason\":\"No such one\","
                + "\"code\":\"DEBTOR_MISMATCH\",\"uniqueSourceInvoiceId\":\"310245674-2147525003\"}]}";
    }
}
