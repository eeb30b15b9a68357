package no.kravbro.tripletex;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.agency.AnswerTables;
import no.kravbro.agency.WireAnswer;
import no.kravbro.agency.Works;
import no.kravbro.bundle.ExactJson;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TripletexAnswersTest {

    private static final Path ROUTES = Path.of("routes");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final JsonNode SENT = json(
            """
            {"date":"2026-01-30","externalVoucherNumber":"INK-a-1","postings":[
             {"row":1,"account":{"id":71921},"amountGross":999.50},
             {"row":2,"account":{"id":71500},"customer":{"id":90011},"amountGross":-999.50}]}""");
    private static final String FOUND =
            """
            {"id":5001,"number":17,"year":2026,"date":"2026-01-30","externalVoucherNumber":"INK-a-1","postings":[
             {"id":1,"row":1,"account":{"id":71921},"amountGross":999.5,"customer":null},
             {"id":2,"row":2,"account":{"id":71500},"customer":{"id":90011},"amountGross":-999.5},
             {"id":3,"row":0,"systemGenerated":true,"account":{"id":2},"amountGross":7}]}""";
    private static final PaymentIntent INTENT = new PaymentIntent(7, DAY, 3, 50_000, Set.of(71L, 72L));

    private final TripletexAnswers answers =
            new TripletexAnswers(new AnswerTables(new AgencyProfiles(ROUTES), ROUTES, "tripletex"));
    private final Delivery delivery = Works.delivery(1, DeliveryKind.BOOK_VOUCHER, "INK-a-1", "{}", "TIMEOUT");
    private final Work send = Works.send(delivery);
    private final Work inquire = Works.inquire(null, delivery);

    // Statuses, codes and fields

    @ParameterizedTest
    @CsvSource({
        "400, 4000, , Rejected, VOUCHER_REFUSED",
        "401, 3000, , NotSent, BAD_CREDENTIALS",
        "403, 9000, , NotSent, NO_ACCESS",
        "404, 6000, , Rejected, VOUCHER_REFUSED",
        "409, 7000, , Unknown, ALREADY_EXISTS",
        "409, 14000, , Unknown, ALREADY_EXISTS",
        "409, 10000, , NotSent, LOCKED",
        "409, 8000, , Rejected, VOUCHER_REFUSED",
        "422, 18000, Internal field (account), Rejected, BANK_RECONCILED",
        "422, 18000, postings.customer.id, Rejected, CUSTOMER_MISSING",
        "422, 18000, postings.vatType.id, Rejected, ACCOUNT_LOCKED",
        "422, 18000, postings.account.id, Rejected, ACCOUNT_MISSING",
        "422, 18000, date, Rejected, PERIOD_CLOSED",
        "422, 18000, description, Rejected, VOUCHER_REFUSED",
        "422, 18000, , Rejected, VOUCHER_REFUSED",
        "429, , , NotSent, RATE_LIMITED",
        "500, 1000, , Unknown, SERVER_ERROR",
        "503, , , Unknown, SERVER_ERROR",
        "204, , , Unknown, SERVER_ERROR"
    })
    void a_voucher_is_answered_by_status_code_and_field(
            int status, String code, String field, String outcome, String cause) {
        Outcome read = created(status, error(code, field));
        assertThat(read.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(read.cause()).isEqualTo(cause);
    }

    @Test
    void a_proxys_page_is_no_error_object() {
        assertThat(created(422, "<html>").cause()).isEqualTo("VOUCHER_REFUSED");
        assertThat(TripletexError.of("<html>").code()).isZero();
        assertThat(TripletexError.of(error("23000", null)).code()).isEqualTo(TripletexError.TOO_LARGE);
    }

    @Test
    void only_what_never_left_is_not_sent() {
        assertThat(one(answers.voucherCreated(WireAnswer.failed(new ConnectException()), send, SENT)))
                .isInstanceOf(Outcome.NotSent.class);
        assertThat(one(answers.voucherCreated(WireAnswer.failed(new SocketTimeoutException()), send, SENT)))
                .isInstanceOf(Outcome.Unknown.class);
    }

    // Vouchers

    @Test
    void a_created_voucher_gives_its_id_number_and_postings() {
        assertThat(created(201, "{\"value\":" + FOUND + "}"))
                .isEqualTo(new Outcome.Accepted(Map.of(
                        "voucher", "5001", "number", "17-2026", "postings", "1:71921:99950,2:71500:-99950,3:2:700")));
    }

    @Test
    void postings_given_by_id_only_stand_in_the_order_they_were_sent_in() {
        String bare = "{\"value\":{\"id\":5001,\"number\":0,\"postings\":[{\"id\":1,\"url\":\"x\"},{\"id\":2}]}}";
        assertThat(created(201, bare))
                .isEqualTo(new Outcome.Accepted(Map.of("voucher", "5001", "postings", "1:71921:99950,2:71500:-99950")));
        assertThat(PostedLine.parse("1:71921:99950,2:71500:-99950"))
                .containsExactly(new PostedLine(1, 71921, 99_950), new PostedLine(2, 71500, -99_950));
    }

    @Test
    void a_garbled_confirmation_is_unknown() {
        for (String body : List.of("", "{", "{}", "{\"value\":null}", "{\"value\":{}}", "[]")) {
            assertThat(created(201, body)).isInstanceOf(Outcome.Unknown.class);
            assertThat(created(201, body).cause()).isEqualTo("GARBAGE");
        }
    }

    @Test
    void a_found_voucher_is_adopted_when_date_sum_and_customer_agree() {
        Outcome.Accepted found = (Outcome.Accepted) found("{\"values\":[" + FOUND + "]}");
        assertThat(found.references()).containsEntry("voucher", "5001");
    }

    @Test
    void no_voucher_under_our_key_is_an_absence() {
        assertThat(found("{\"values\":[]}")).isEqualTo(Outcome.NotSent.absent());
        String other = FOUND.replace("INK-a-1", "INK-a-11");
        assertThat(found("{\"values\":[" + other + "]}")).isEqualTo(Outcome.NotSent.absent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-30 | 2026-01-31",
                "\"amountGross\":999.5 | \"amountGross\":999.4",
                "{\"id\":90011} | {\"id\":90012}",
                "{\"id\":90011} | null"
            })
    void a_voucher_that_differs_is_for_a_person(String part, String instead) {
        assertThat(FOUND).contains(part);
        forAPerson(found("{\"values\":[" + FOUND.replace(part, instead) + "]}"));
    }

    @Test
    void two_vouchers_under_our_key_are_for_a_person() {
        forAPerson(found("{\"values\":[" + FOUND + "," + FOUND + "]}"));
    }

    @Test
    void a_search_that_failed_proves_nothing() {
        assertThat(found("{\"count\":0}").cause()).isEqualTo("GARBAGE");
        assertThat(one(answers.voucherFound(answer(500, ""), inquire, SENT))).isInstanceOf(Outcome.Unknown.class);
    }

    // Payments on the invoice

    @Test
    void a_payment_is_confirmed_by_its_200_and_remembers_a_posting_beyond_doubt() {
        assertThat(paid(posting(73, "2026-01-30", "-500.00")))
                .isEqualTo(new Outcome.Accepted(Map.of("invoice", "7", "postings", "73:71500:-50000")));
        assertThat(paid("{\"id\":73}")).isEqualTo(new Outcome.Accepted(Map.of("invoice", "7", "postings", "73:0:0")));
        assertThat(paid(posting(73, "2026-01-30", "-500.00") + "," + posting(74, "2026-01-30", "-500.00")))
                .isEqualTo(new Outcome.Accepted(Map.of("invoice", "7", "postings", "73:71500:-50000")));
        assertThat(paid("{\"id\":73},{\"id\":74}")).isEqualTo(new Outcome.Accepted(Map.of("invoice", "7")));
        assertThat(one(answers.paymentMade(answer(200, "{"), send, INTENT)).cause())
                .isEqualTo("GARBAGE");
        assertThat(one(answers.paymentMade(answer(404, error("6000", null)), send, INTENT))
                        .cause())
                .isEqualTo("PAYMENT_REFUSED");
    }

    @Test
    void after_an_unknown_payment_one_new_posting_of_ours_proves_it() {
        assertThat(proof(posting(73, "2026-01-30", "-500.00")))
                .isEqualTo(new Outcome.Accepted(Map.of("invoice", "7", "postings", "73:71500:-50000")));
    }

    @Test
    void known_postings_other_days_and_other_sums_prove_nothing() {
        String none = String.join(
                ",",
                posting(72, "2026-01-30", "-500.00"),
                posting(73, "2026-01-29", "-500.00"),
                posting(74, "2026-01-30", "-500.01"),
                posting(75, "2026-01-30", "500.00"));
        assertThat(proof(none)).isEqualTo(Outcome.NotSent.absent());
        assertThat(proof("")).isEqualTo(Outcome.NotSent.absent());
    }

    @Test
    void two_new_postings_alike_are_for_a_person() {
        forAPerson(proof(posting(73, "2026-01-30", "-500.00") + "," + posting(74, "2026-01-30", "-500.00")));
    }

    @Test
    void an_invoice_without_postings_is_no_proof_of_absence() {
        assertThat(one(answers.paymentFound(answer(200, "{\"value\":{\"id\":7}}"), inquire, INTENT))
                        .cause())
                .isEqualTo("GARBAGE");
    }

    @Test
    void an_intent_survives_being_stored() {
        assertThat(PaymentIntent.parse(INTENT.json())).isEqualTo(INTENT);
    }

    // Matching

    @Test
    void a_matching_is_refused_by_a_200_that_complains() {
        assertThat(closed("{\"values\":[]}")).isEqualTo(new Outcome.Accepted(Map.of("postings", "71,73")));
        Outcome refused = closed("{\"values\":[{\"postingId\":71,\"message\":\"sum is not 0\"}]}");
        assertThat(refused).isInstanceOf(Outcome.Rejected.class);
        assertThat(refused.cause()).isEqualTo("BOOKED_NOT_MATCHED");
        assertThat(closed("{}").cause()).isEqualTo("GARBAGE");
    }

    @Test
    void after_an_unknown_matching_the_close_groups_tell() {
        assertThat(matched("8", "8")).isEqualTo(new Outcome.Accepted(Map.of("postings", "71,73", "closeGroup", "8")));
        assertThat(matched(null, null)).isEqualTo(Outcome.NotSent.absent());
        forAPerson(matched("8", null));
        forAPerson(matched("8", "9"));
    }

    private Outcome matched(String first, String second) {
        String body = "{\"value\":{\"id\":7,\"postings\":[" + grouped(71, first) + "," + grouped(73, second) + ","
                + grouped(99, "1") + "]}}";
        return one(answers.matchingFound(answer(200, body), inquire, List.of(73L, 71L)));
    }

    private static String grouped(int id, String group) {
        String closeGroup = group == null ? "null" : "{\"id\":" + group + "}";
        return "{\"id\":" + id + ",\"date\":\"2026-01-30\",\"amount\":1,\"closeGroup\":" + closeGroup + "}";
    }

    private Outcome closed(String body) {
        return one(answers.postingsClosed(answer(200, body), send, List.of(73L, 71L)));
    }

    private Outcome paid(String postings) {
        String body = "{\"value\":{\"id\":7,\"postings\":[{\"id\":71},{\"id\":72}," + postings + "]}}";
        return one(answers.paymentMade(answer(200, body), send, INTENT));
    }

    private Outcome proof(String postings) {
        String body = "{\"value\":{\"id\":7,\"postings\":[" + postings + "]}}";
        return one(answers.paymentFound(answer(200, body), inquire, INTENT));
    }

    private static String posting(int id, String day, String amount) {
        return "{\"id\":" + id + ",\"date\":\"" + day + "\",\"amount\":" + amount + ",\"account\":{\"id\":71500}}";
    }

    private Outcome created(int status, String body) {
        return one(answers.voucherCreated(answer(status, body), send, SENT));
    }

    private Outcome found(String body) {
        return one(answers.voucherFound(answer(200, body), inquire, SENT));
    }

    private static void forAPerson(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
        assertThat(outcome.cause()).isEqualTo("AMBIGUOUS");
        assertThat(((Outcome.NotSent) outcome).needsPerson()).isTrue();
    }

    private static Outcome one(Map<Long, Outcome> outcomes) {
        assertThat(outcomes).containsOnlyKeys(1L);
        return outcomes.get(1L);
    }

    private static WireAnswer answer(int status, String body) {
        return new WireAnswer(status, body, Map.of(), null, null);
    }

    private static String error(String code, String field) {
        String complaints =
                field == null ? "null" : "[{\"field\":\"" + field + "\",\"message\":\"Norwegian or English\"}]";
        return "{\"code\":" + code + ",\"message\":\"m\",\"validationMessages\":" + complaints + "}";
    }

    private static JsonNode json(String text) {
        try {
            return ExactJson.read(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
