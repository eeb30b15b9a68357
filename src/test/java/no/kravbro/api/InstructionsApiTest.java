package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.time.LocalDate;
import java.util.List;
import no.kravbro.agency.Capabilities.Price;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.WithdrawalReason;
import no.kravbro.delivery.Deliveries;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.transfer.instruct.WithdrawalPrice;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is allowed is ordered once, what is not is refused with its reason; disputes stop in the moment they are raised. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstructionsApiTest {

    private static final Caller KARI = new Caller("kari", "en", null);
    private static final Caller ONCE = new Caller("kari", "en", "key-1");
    private static final String KEY = "310245674-1";
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    "src/main/resources/openapi/kravbro.yaml")
            .withBasePathOverride("/api/v1")
            .build();

    private final MutableClock clock = MutableClock.at("2026-01-14T08:00:00+01:00");
    private final TestDatabase database = TestDatabases.H2.open();
    private ApiRoom room;

    @BeforeAll
    void open() {
        room = new ApiRoom(database, clock);
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
        // The story gives its delivery an id, which the sequence does not know of.
        database.client()
                .sql("alter table delivery alter column id restart with 100")
                .update();
        flags("");
    }

    private void flags(String flags) {
        database.client()
                .sql("update claim set flags = :flags")
                .param("flags", flags)
                .update();
    }

    private InstructionsApi instructions() {
        return room.bean(InstructionsApi.class);
    }

    private DisputesApi disputes() {
        return room.bean(DisputesApi.class);
    }

    private static void valid(Request.Method method, String path, Object answer) {
        var response = SimpleResponse.Builder.status(200)
                .withContentType("application/json")
                .withBody(Body.write(answer))
                .build();
        assertThat(CONTRACT.validateResponse(path, method, response).getMessages())
                .as(path)
                .isEmpty();
    }

    private void refused(String reason, String body) {
        assertThatThrownBy(() -> instructions().order(KEY, body, KARI))
                .isInstanceOfSatisfying(
                        ApiProblem.class, no -> assertThat(no.reason()).isEqualTo(reason));
    }

    @Test
    void anOrderGoesOutOnceAndTellsWhenTheNoticeComes() {
        String body = "{\"action\":\"NEW_DUE_DATE\",\"day\":\"2026-02-15\"}";
        InstructionsApi.View first = instructions().order(KEY, body, ONCE);
        valid(Request.Method.POST, "/claims/" + KEY + "/instructions", first);
        assertThat(first.noticeFrom()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(instructions().order(KEY, body, ONCE)).isEqualTo(first);
        List<InstructionsApi.View> all = instructions().list(KEY, KARI);
        valid(Request.Method.GET, "/claims/" + KEY + "/instructions", all);
        assertThat(all).hasSize(1);
        assertThatThrownBy(() -> instructions().order(KEY, "{\"action\":\"RESUME\"}", ONCE))
                .isInstanceOfSatisfying(
                        ApiProblem.class, no -> assertThat(no.code()).isEqualTo(ApiProblem.Code.KEY_REUSED));
    }

    @Test
    void whatIsIncompleteIsNamed() {
        assertThatThrownBy(
                        () -> instructions().order(KEY, "{\"action\":\"NEW_DUE_DATE\",\"day\":\"2026-01-14\"}", KARI))
                .isInstanceOfSatisfying(ApiProblem.class, no -> {
                    assertThat(no.code()).isEqualTo(ApiProblem.Code.BAD_BODY);
                    assertThat(no.getMessage()).contains("day");
                });
        assertThatThrownBy(() -> instructions().order(KEY, "{\"action\":\"REPORT_PAYMENT\"}", KARI))
                .isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> instructions()
                        .order(
                                KEY,
                                "{\"action\":\"MESSAGE\",\"text\":\"x\",\"attachments\":[{\"name\":\"a.pdf\","
                                        + "\"mediaType\":\"application/pdf\",\"content\":\"JVBERi0=\"}]}",
                                KARI))
                .as("this agency takes no attachments")
                .isInstanceOf(ApiProblem.class);
    }

    @Test
    void stageCaseAndListDecide() {
        database.client().sql("update claim set stage = 'COLLECTION'").update();
        refused("STAGE", "{\"action\":\"PAUSE\",\"text\":\"x\"}");
        database.client().sql("update claim set allowed_actions = 'PAUSE'").update();
        assertThat(instructions()
                        .order(KEY, "{\"action\":\"PAUSE\",\"text\":\"x\"}", KARI)
                        .how())
                .isEqualTo("WIRE");
        refused("NOT_NOW", "{\"action\":\"MESSAGE\",\"text\":\"x\"}");
        database.client()
                .sql("update claim set allowed_actions = null, agency_case = null")
                .update();
        refused("NO_CASE", "{\"action\":\"MESSAGE\",\"text\":\"x\"}");
        database.client()
                .sql("update claim set state = 'CLOSED', stage = 'CLOSED'")
                .update();
        refused("CLOSED", "{\"action\":\"MESSAGE\",\"text\":\"x\"}");
    }

    @Test
    void aWithdrawalNeedsThePriceThatWasShownLast() {
        refused("PRICE_NOT_SHOWN", "{\"action\":\"WITHDRAW\",\"text\":\"x\",\"priceOre\":0}");
        InstructionsApi.Price shown = instructions()
                .show(instructions().priced(KEY, KARI), new WithdrawalPrice(Price.COSTS, 300_00L, null, null), KARI);
        valid(Request.Method.GET, "/claims/" + KEY + "/withdrawal", shown);
        assertThat(shown.freeFor()).isNull();
        assertThatThrownBy(() ->
                        instructions().order(KEY, "{\"action\":\"PAUSE\",\"text\":\"x\",\"reason\":\"OTHER\"}", KARI))
                .isInstanceOf(ApiProblem.class)
                .hasMessage("reason belongs to WITHDRAW, and only there");
        refused("PRICE_CHANGED", "{\"action\":\"WITHDRAW\",\"text\":\"x\",\"priceOre\":0}");
        assertThat(instructions()
                        .order(
                                KEY,
                                "{\"action\":\"WITHDRAW\",\"text\":\"x\",\"priceOre\":30000,\"reason\":\"SENT_WRONGLY\"}",
                                KARI)
                        .priceOre())
                .isEqualTo(300_00);
        refused("UNDER_WAY", "{\"action\":\"WITHDRAW\",\"text\":\"x\",\"priceOre\":30000}");
        assertThat(room.bean(Deliveries.class).ofClaim(KEY)).last().satisfies(sent -> assertThat(sent.payload())
                .contains("\"text\":\"Sendt ved en feil. x\""));
    }

    @Test
    void freeDaysForOneReasonAreSaidToBeSo() {
        database.client().sql("update claim set agency = 'bahs'").update();
        LocalDate last = OsloDay.today(clock);
        assertThat(quoted(last).freeFor()).isEqualTo(WithdrawalReason.SENT_WRONGLY);
        assertThat(quoted(last.minusDays(1)).freeFor()).isNull();
        valid(Request.Method.GET, "/claims/" + KEY + "/withdrawal", quoted(last));
    }

    private InstructionsApi.Price quoted(LocalDate freeUntil) {
        return instructions()
                .show(instructions().priced(KEY, KARI), new WithdrawalPrice(Price.QUOTED, 0L, 0L, freeUntil), KARI);
    }

    @Test
    void whatOnlyAPersonCanDoBecomesATaskWithADeadline() {
        database.client().sql("update claim set agency = 'ecpay'").update();
        InstructionsApi.View asked = instructions().order(KEY, "{\"action\":\"PAUSE\",\"text\":\"x\"}", ONCE);
        valid(Request.Method.POST, "/claims/" + KEY + "/instructions", asked);
        assertThat(asked.how()).isEqualTo("PERSON");
        assertThat(asked.day()).isEqualTo(LocalDate.of(2026, 1, 16));
        assertThat(instructions().order(KEY, "{\"action\":\"PAUSE\",\"text\":\"x\"}", ONCE))
                .isEqualTo(asked);
        assertThat(instructions().list(KEY, KARI)).isEmpty();
    }

    @Test
    void aDisputeStopsAtOnceAndIsAnswered() {
        DisputesApi.View raised =
                disputes().raise(KEY, "{\"reason\":\"Ikke levert\",\"answerBy\":\"2026-01-28\"}", ONCE);
        valid(Request.Method.POST, "/claims/" + KEY + "/disputes", raised);
        assertThat(raised.stops()).isTrue();
        assertThat(instructions().list(KEY, KARI))
                .extracting(InstructionsApi.View::action)
                .containsExactly("DISPUTE");
        assertThat(disputes().raise(KEY, "{\"reason\":\"Ikke levert\",\"answerBy\":\"2026-01-28\"}", ONCE))
                .isEqualTo(raised);
        refused("DISPUTED", "{\"action\":\"RESUME\"}");
        refused("DISPUTE_OPEN", "{\"action\":\"DISPUTE\",\"text\":\"x\"}");
        DisputesApi.View answered =
                disputes().answer(raised.id(), "{\"outcome\":\"CLAIM_UPHELD\",\"text\":\"Levert 3. desember\"}", KARI);
        valid(Request.Method.POST, "/disputes/" + raised.id() + "/answer", answered);
        assertThat(answered.stops()).isFalse();
        valid(Request.Method.GET, "/claims/" + KEY + "/disputes", disputes().list(KEY, KARI));
        assertThat(instructions().list(KEY, KARI))
                .extracting(InstructionsApi.View::action)
                .containsExactly("ANSWER_DISPUTE", "DISPUTE");
        assertThatThrownBy(() -> disputes().answer(raised.id(), "{\"outcome\":\"CLAIM_UPHELD\",\"text\":\"x\"}", KARI))
                .isInstanceOf(ApiProblem.class);
    }

    @Test
    void aPartLeavesTheRest() {
        DisputesApi.View raised = disputes().raise(KEY, "{\"reason\":\"3 timer\",\"amountOre\":75000}", KARI);
        assertThat(raised.stops()).isFalse();
        assertThat(instructions().order(KEY, "{\"action\":\"RESUME\"}", KARI).how())
                .isEqualTo("WIRE");
        assertThatThrownBy(() ->
                        disputes().answer(raised.id(), "{\"outcome\":\"ACCEPTED_PARTIAL\",\"text\":\"En time\"}", KARI))
                .as("how much")
                .isInstanceOf(ApiProblem.class);
        assertThat(disputes()
                        .answer(
                                raised.id(),
                                "{\"outcome\":\"ACCEPTED_PARTIAL\",\"text\":\"En time\",\"amountOre\":25000}",
                                KARI)
                        .agreedOre())
                .isEqualTo(250_00);
        assertThat(database.client()
                        .sql("select kind from task where state = 'OPEN' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("CREDIT_DISPUTED");
    }
}
