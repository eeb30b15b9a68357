package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import no.kravbro.Texts;
import no.kravbro.audit.Deed;
import no.kravbro.claim.ClaimState;
import no.kravbro.claim.Debtor;
import no.kravbro.claim.Invoice;
import no.kravbro.claim.Stage;
import no.kravbro.claim.decision.Decision;
import no.kravbro.claim.decision.Reason;
import no.kravbro.claim.decision.ReasonCode;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.CloseReason;
import no.kravbro.deadletter.LetterState;
import no.kravbro.deadletter.Owner;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Invoices;
import no.kravbro.delivery.RunState;
import no.kravbro.delivery.Schedules;
import no.kravbro.delivery.TaskKind;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.reconcile.BookingState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every answer is what openapi/kravbro.yaml says, strict parameters, one effect per Idempotency-Key, nobody's number. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiContractTest {

    private static final Caller KARI = new Caller("kari", "en", null);
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    "src/main/resources/openapi/kravbro.yaml")
            .withBasePathOverride("/api/v1")
            .build();

    private final TestDatabase database = TestDatabases.H2.open();
    private ApiRoom room;

    @BeforeAll
    void open() {
        room = new ApiRoom(database, MutableClock.at("2026-01-14T08:00:00+01:00"));
    }

    @AfterAll
    void close() {
        room.close();
        database.close();
    }

    @BeforeEach
    void story() {
        database.clear();
        database.creditor("nordlys", "310245674");
        Story.write(database.client());
        room.bean(Invoices.class).seen("nordlys", List.of(new Invoices.Seen(invoice(), held())));
    }

    @Test
    void readingAnswersAsDescribed() {
        same("/creditors", () -> room.bean(CreditorsApi.class).list(KARI));
        same("/creditors/nordlys", () -> room.bean(CreditorsApi.class).show("nordlys", KARI));
        same("/creditors/nordlys/decisions", () -> room.bean(CreditorsApi.class)
                .decisions("nordlys", Query.parse("decision=HOLD"), KARI));
        same("/claims", () -> room.bean(ClaimsApi.class).list(Query.parse("state=ACCEPTED&stage=NOTICE"), KARI));
        same("/claims/310245674-1", () -> room.bean(ClaimsApi.class).show("310245674-1", KARI));
        same("/deliveries", () -> room.bean(DeliveriesApi.class).list(Query.parse("state=DEAD&size=1"), KARI));
        same("/deliveries/1", () -> room.bean(DeliveriesApi.class).show(1, KARI));
        same("/settlements", () -> room.bean(SettlementsApi.class).list(Query.parse(null), KARI));
        same("/bookings", () -> room.bean(SettlementsApi.class).bookings(Query.parse("remittance=48213"), KARI));
        same("/differences", () -> room.bean(DifferencesApi.class).list(Query.parse("state=OPEN"), KARI));
        same("/dead-letters", () -> room.bean(DeadLettersApi.class).list(Query.parse("state=OPEN"), KARI));
        same("/dead-letters/1", () -> room.bean(DeadLettersApi.class).show(1, KARI));
        same("/audit", () -> room.bean(AuditApi.class).list(Query.parse("outcome=DONE"), KARI));
        same("/audit/verification", () -> room.bean(AuditApi.class).verify(KARI));
        same("/routes/versions", () -> room.bean(RoutesApi.class).versions(KARI));
        same("/status", () -> room.bean(StatusApi.class).show(KARI));
    }

    @Test
    void readingAnewIsAnsweredWithWhereToLook() {
        room.bean(Schedules.class).ensure("nordlys", "tripletex", "SCAN", Instant.parse("2026-01-20T05:00:00Z"));
        CreditorsApi creditors = room.bean(CreditorsApi.class);
        CreditorsApi.Reading reading = creditors.scan("nordlys", KARI);
        valid(Request.Method.POST, "/creditors/nordlys/scan", 202, reading);
        assertThat(reading.dueAt()).isEqualTo("2026-01-14T08:00:00+01:00");
        assertThat(reading.decisions()).isEqualTo("/api/v1/creditors/nordlys/decisions");
        problem(ApiProblem.Code.NOT_FOUND, () -> creditors.scan("nobody", KARI));
    }

    @Test
    void holdingTheSidesAgainstEachOtherIsAnsweredWithWhenItBegins() {
        room.bean(Schedules.class).ensure("nordlys", "tripletex", "PAYOUTS", Instant.parse("2026-01-14T22:00:00Z"));
        CreditorsApi creditors = room.bean(CreditorsApi.class);
        CreditorsApi.Reading reading = creditors.sync("nordlys", KARI);
        valid(Request.Method.POST, "/creditors/nordlys/sync", 202, reading);
        assertThat(reading.dueAt()).isEqualTo("2026-01-14T08:00:00+01:00");
        problem(ApiProblem.Code.NOT_FOUND, () -> creditors.sync("nobody", KARI));
    }

    @Test
    void everyPathIsTried() {
        assertThat(Contract.paths()).containsExactlyInAnyOrderElementsOf(Contract.TRIED);
    }

    @Test
    void codesAreThoseOfTheProduct() {
        for (Class<? extends Enum<?>> type : List.of(
                Cause.class,
                Owner.class,
                LetterState.class,
                CloseReason.class,
                ClaimState.class,
                Stage.class,
                DeliveryState.class,
                DeliveryKind.class,
                BookingState.class,
                RunState.class,
                TaskKind.class,
                Deed.class)) {
            assertThat(Contract.codes(type.getSimpleName()))
                    .as(type.getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(type.getEnumConstants())
                            .map(Enum::name)
                            .toList());
        }
    }

    @Test
    void whoClosesALetterIsToldWhatElseThatEnds() {
        DeadLettersApi letters = room.bean(DeadLettersApi.class);
        assertThat(letters.show(1, KARI).letter().closing()).isNull();
        database.client()
                .sql("update dead_letter set what = 'BOOK_PAYMENT' where id = 1")
                .update();
        same("/dead-letters/1", () -> letters.show(1, KARI));
        assertThat(letters.show(1, new Caller("kari", "nb", null)).letter().closing())
                .startsWith("Lukking avslutter hele innbetalingen");
    }

    @Test
    void actionsAnswerAsDescribedAndCountOnce() {
        DeadLettersApi letters = room.bean(DeadLettersApi.class);
        Caller once = new Caller("kari", "en", "key-1");
        Supplier<Object> retry = () -> letters.retry(1, "", once);
        valid(Request.Method.POST, "/dead-letters/1/retry", 200, retry.get());
        valid(Request.Method.POST, "/dead-letters/1/retry", 200, retry.get());
        assertThat(letters.show(1, KARI).log())
                .extracting(DeadLettersApi.Line::what)
                .containsExactly("RETRIED");
        valid(
                Request.Method.GET,
                "/audit",
                200,
                room.bean(AuditApi.class).list(Query.parse("subject=dead-letters/1"), KARI));
        assertThat(room.bean(AuditApi.class).list(Query.parse(""), KARI).items())
                .singleElement()
                .extracting(AuditApi.View::deed, AuditApi.View::before, AuditApi.View::after)
                .containsExactly("LETTER_RETRY", "OPEN", "RETRYING");
        problem(ApiProblem.Code.KEY_REUSED, () -> letters.close(1, "{\"reason\":\"OTHER\",\"text\":\"x\"}", once));
        problem(ApiProblem.Code.REFUSED, () -> letters.retry(1, "{}", KARI));
    }

    @Test
    void aRefusedActionMayBeTriedAgainUnderItsKey() {
        DeadLettersApi letters = room.bean(DeadLettersApi.class);
        Caller once = new Caller("kari", "en", "key-2");
        problem(ApiProblem.Code.REFUSED, () -> letters.inquire(1, once));
        problem(ApiProblem.Code.REFUSED, () -> letters.inquire(1, once));
        assertThat(room.bean(AuditApi.class)
                        .list(Query.parse("outcome=REFUSED"), KARI)
                        .items())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.detail()).isEqualTo("NOTHING_LANDED"));
        assertThat(database.client()
                        .sql("select count(*) from inbox")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void closesWithAStrictBody() {
        DeadLettersApi letters = room.bean(DeadLettersApi.class);
        for (String body : List.of("", "{", "null", "{\"reason\":\"BORED\",\"text\":\"x\"}", "{\"why\":1}")) {
            problem(ApiProblem.Code.BAD_BODY, () -> letters.close(1, body, KARI));
        }
        problem(ApiProblem.Code.BAD_BODY, () -> letters.correct(1, "{\"fields\":{}}", KARI));
        valid(
                Request.Method.POST,
                "/dead-letters/1/close",
                200,
                letters.close(1, "{\"reason\":\"DONE_BY_HAND\",\"text\":\"by phone\"}", KARI));
    }

    @Test
    void problemsAreToldInTheCallersLanguage() {
        ApiProblem refused = problem(
                ApiProblem.Code.REFUSED, () -> room.bean(DeadLettersApi.class).inquire(1, KARI));
        Problem problem = Problem.of(refused, room.bean(Texts.class), "nb-NO");
        assertThat(problem.title()).startsWith("Det er sikkert at ingenting kom fram");
        assertThat(problem.reason()).isEqualTo("NOTHING_LANDED");
        valid(Request.Method.POST, "/dead-letters/1/inquire", 409, problem);
    }

    @Test
    void wrongQuestionsAreRefused() {
        problem(ApiProblem.Code.UNKNOWN_PARAMETER, () -> room.bean(ClaimsApi.class)
                .list(Query.parse("status=X"), KARI));
        problem(ApiProblem.Code.BAD_PARAMETER, () -> room.bean(ClaimsApi.class).list(Query.parse("state=X"), KARI));
        problem(ApiProblem.Code.BAD_PARAMETER, () -> room.bean(ClaimsApi.class).list(Query.parse("size=501"), KARI));
        problem(ApiProblem.Code.BAD_PARAMETER, () -> room.bean(ClaimsApi.class).list(Query.parse("page=%zz"), KARI));
        problem(ApiProblem.Code.NOT_FOUND, () -> room.bean(ClaimsApi.class).show("nothing", KARI));
        problem(ApiProblem.Code.NOT_FOUND, () -> room.bean(CreditorsApi.class).show("nobody", KARI));
        problem(ApiProblem.Code.BAD_PARAMETER, () -> new Caller("x", null, "two words"));
        assertThat(new Caller("<b>Kåre\n", null, null).who()).isEqualTo("bKåre");
        assertThat(new Caller(null, null, null).who()).isEqualTo("api");
    }

    @Test
    void noAnswerHoldsAPersonalNumber() {
        List<Object> answers = new ArrayList<>();
        answers.add(room.bean(DeadLettersApi.class).show(1, KARI));
        answers.add(room.bean(DeadLettersApi.class).list(Query.parse(""), KARI));
        answers.add(room.bean(DeliveriesApi.class).show(1, KARI));
        answers.add(room.bean(DifferencesApi.class).list(Query.parse(""), KARI));
        answers.add(room.bean(ClaimsApi.class).show("310245674-1", KARI));
        assertThat(answers).map(Body::write).allSatisfy(json -> assertThat(json).doesNotContain("01019012345"));
    }

    private void same(String path, Supplier<Object> answer) {
        valid(Request.Method.GET, path, 200, answer.get());
    }

    private static void valid(Request.Method method, String path, int status, Object answer) {
        SimpleResponse response = SimpleResponse.Builder.status(status)
                .withContentType(status < 300 ? "application/json" : Problem.MEDIA_TYPE)
                .withBody(Body.write(answer))
                .build();
        ValidationReport report = CONTRACT.validateResponse("/api/v1" + path, method, response);
        assertThat(report.getMessages()).as(method + " " + path).isEmpty();
    }

    private static ApiProblem problem(ApiProblem.Code code, Supplier<Object> call) {
        ApiProblem[] seen = new ApiProblem[1];
        assertThatThrownBy(call::get).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            seen[0] = problem;
        });
        return seen[0];
    }

    private static Decision held() {
        return new Decision(
                Decision.Kind.HOLD,
                List.of(new Reason(ReasonCode.TOO_EARLY, Map.of("untilDay", "2026-01-20"), LocalDate.of(2026, 1, 20))));
    }

    private static Invoice invoice() {
        Debtor debtor = new Debtor(
                1, "42", "Testbedrift AS", false, "310245682", null, null, null, null, null, null, null, false, false);
        return new Invoice(
                2,
                "10058",
                LocalDate.of(2025, 12, 1),
                LocalDate.of(2026, 1, 6),
                "1",
                "NOK",
                1,
                1,
                false,
                false,
                null,
                debtor,
                List.of());
    }
}
