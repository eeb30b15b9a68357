package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import no.kravbro.Texts;
import no.kravbro.deadletter.LogLine;
import no.kravbro.deadletter.Preview;
import no.kravbro.deadletter.RetryState;
import no.kravbro.deadletter.StagedRetry;
import no.kravbro.deadletter.StalePlan;
import no.kravbro.deadletter.Trial;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.fakes.TriedOut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Groups, previews, plans and staged retries at our own door: as described, in the caller's language, on the record. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterPlansApiTest {

    private static final Caller KARI = new Caller("kari", "en", null);
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    "src/main/resources/openapi/kravbro.yaml")
            .withBasePathOverride("/api/v1")
            .build();

    private final TestDatabase database = TestDatabases.H2.open();
    private final MutableClock clock = MutableClock.at("2026-01-14T08:00:00+01:00");
    private ApiRoom room;
    private LetterPlansApi plans;

    @BeforeAll
    void open() {
        room = new ApiRoom(database, clock);
        plans = room.bean(LetterPlansApi.class);
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
        room.bean(TriedOut.class).find("310245674-1", Trial.right("for 01019012345"));
    }

    @Test
    void everyAnswerIsAsDescribed() {
        valid(
                Request.Method.GET,
                "/dead-letter-groups",
                room.bean(LetterGroupsApi.class).list(Query.parse("owner=AGENCY&q=NO_ACCESS"), KARI));
        valid(Request.Method.POST, "/dead-letter-previews", plans.preview("{}", KARI));
        PlanView plan = plans.plan("{\"ids\":[1]}", KARI);
        valid(Request.Method.POST, "/dead-letter-plans", plan);
        valid(Request.Method.GET, "/dead-letter-plans/" + plan.id(), plans.showPlan(plan.id(), KARI));
        StagedRetryView retry = plans.apply(plan.id(), agree(plan), KARI);
        valid(Request.Method.POST, "/dead-letter-plans/" + plan.id() + "/apply", retry);
        assertThat(plans.apply(plan.id(), agree(plan), KARI).id()).isEqualTo(retry.id());
        String path = "/dead-letter-retries/" + retry.id();
        valid(Request.Method.GET, path, plans.show(retry.id(), KARI));
        valid(Request.Method.GET, "/dead-letter-retries", plans.list(KARI));
        valid(Request.Method.POST, path + "/pause", plans.pause(retry.id(), KARI));
        valid(Request.Method.POST, path + "/resume", plans.resume(retry.id(), KARI));
        valid(Request.Method.POST, path + "/cancel", plans.cancel(retry.id(), KARI));
        assertThat(plans.showPlan(plan.id(), KARI).retryId()).isEqualTo(retry.id());
    }

    @Test
    @DisplayName("a preview is on the record as a preview, a plan as a plan, and what was refused as refused")
    void onTheRecord() {
        plans.preview("{}", KARI);
        PlanView plan = plans.plan("{}", KARI);
        problem(ApiProblem.Code.REFUSED, () -> plans.apply(plan.id(), "{\"hash\":\"another\"}", KARI));
        StagedRetryView retry = plans.apply(plan.id(), agree(plan), KARI);
        plans.cancel(retry.id(), KARI);
        assertThat(database.client()
                        .sql("select deed || ' ' || outcome from audit order by number")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "LETTERS_PREVIEW DONE",
                        "PLAN_MADE DONE",
                        "PLAN_APPLIED REFUSED",
                        "PLAN_APPLIED DONE",
                        "PLAN_CANCELLED DONE");
    }

    @Test
    @DisplayName("three of forty changed: the refusal says what has happened, in the caller's language")
    void staleInWords() {
        PlanView plan = plans.plan("{}", KARI);
        room.bean(TriedOut.class).find("310245674-1", new Trial(Trial.Finding.STOPPED, "PAID", 0L, null, null));
        Caller norwegian = new Caller("kari", "nb", null);
        ApiProblem stale = problem(ApiProblem.Code.REFUSED, () -> plans.apply(plan.id(), agree(plan), norwegian));
        assertThat(stale.reason()).isEqualTo("PLAN_STALE");
        assertThat(stale.getMessage()).isEqualTo("1 av 1 er endret siden forhåndsvisningen: 1 betalt.");
        assertThat(plans.preview("{}", KARI).lines())
                .extracting(PreviewView.Line::words)
                .containsExactly("Not to be sent any more. The invoice is paid. Nothing is open.");
    }

    @Test
    void everyCodeHasItsWords() {
        Texts texts = room.bean(Texts.class);
        for (Locale language : Texts.LANGUAGES) {
            for (String key : new String[] {"plan.stale", "deadline.over"}) {
                assertThat(texts.of(key, language, 1, 2, "x")).isNotBlank();
            }
            each(Preview.Bucket.values(), code -> texts.of(code.key(), language));
            each(Preview.Effect.values(), code -> texts.of(code.key(), language));
            each(Preview.Why.values(), code -> texts.of(code.key(), language));
            each(RetryState.values(), code -> texts.of(code.key(), language));
            each(StagedRetry.State.values(), code -> texts.of(code.key(), language));
            each(StagedRetry.Reason.values(), code -> texts.of(code.key(), language));
            each(StalePlan.Change.values(), code -> texts.of(code.key(), language, 1));
            each(LogLine.What.values(), code -> texts.of(code.key(), language));
        }
    }

    @Test
    void wrongQuestionsAreRefused() {
        for (String body : new String[] {"", "{\"ids\":[]}", "{\"colour\":\"red\"}", "{\"cause\":\"BOREDOM\"}"}) {
            problem(ApiProblem.Code.BAD_BODY, () -> plans.plan(body, KARI));
        }
        problem(ApiProblem.Code.NOT_FOUND, () -> plans.showPlan("nothing", KARI));
        problem(ApiProblem.Code.NOT_FOUND, () -> plans.show(4711, KARI));
        problem(ApiProblem.Code.NOT_FOUND, () -> plans.pause(4711, KARI));
    }

    @Test
    void noAnswerHoldsAPersonalNumber() {
        PlanView plan = plans.plan("{\"mended\":\"called 01019012345\"}", KARI);
        plans.apply(plan.id(), agree(plan), KARI);
        clock.advance(Duration.ofMillis(1));
        assertThat(Body.write(plans.showPlan(plan.id(), KARI))).doesNotContain("01019012345");
        assertThat(Body.write(plans.preview("{}", KARI))).doesNotContain("01019012345");
        assertThat(database.client()
                        .sql("select mended || question from letter_plan")
                        .query(String.class)
                        .single())
                .doesNotContain("01019012345");
    }

    private static <E> void each(E[] codes, Function<E, String> words) {
        for (E code : codes) {
            assertThat(words.apply(code)).as(code.toString()).isNotBlank();
        }
    }

    private static String agree(PlanView plan) {
        return Body.write(Map.of("hash", plan.hash()));
    }

    private static void valid(Request.Method method, String path, Object answer) {
        SimpleResponse response = SimpleResponse.Builder.status(200)
                .withContentType("application/json")
                .withBody(Body.write(answer))
                .build();
        assertThat(CONTRACT.validateResponse("/api/v1" + path, method, response).getMessages())
                .as(method + " " + path)
                .isEmpty();
    }

    private static ApiProblem problem(ApiProblem.Code code, Runnable call) {
        ApiProblem[] seen = new ApiProblem[1];
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            seen[0] = problem;
        });
        return seen[0];
    }
}
