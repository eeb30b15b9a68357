package no.kravbro.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an unknown outcome at AutoCollect is settled: by asking for the batch under our key, or by its receipt. */
class AutoCollectInquiryTest extends AutoCollectAnswers {

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
    void a_batch_of_which_something_exists_goes_again_one_by_one() {
        Delivery one = Works.delivery(1, DeliveryKind.SUBMIT_CLAIM, FIRST.claimKey(), "{}", "ALREADY_EXISTS");
        Delivery other = Works.delivery(2, DeliveryKind.SUBMIT_CLAIM, SECOND.claimKey(), "{}", "ALREADY_EXISTS");
        assertThat(inquire(answer(200, nothing()), Works.inquire(null, one, other))
                        .values())
                .allMatch(outcome -> outcome instanceof Outcome.NotSent no && no.isRefusedTogether());
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
}
