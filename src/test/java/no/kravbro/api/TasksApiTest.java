package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.Texts;
import no.kravbro.agency.Action;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person is asked for what is allowed, once per wish, with a deadline, and says when it is done. */
class TasksApiTest {

    private static final Caller KARI = new Caller("kari", "nb", null);
    private static final String KEY = "310245674-1";
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    "src/main/resources/openapi/kravbro.yaml")
            .withBasePathOverride("/api/v1")
            .build();

    private final MutableClock clock = MutableClock.at("2026-01-14T08:00:00+01:00");
    private final TestDatabase database = TestDatabases.H2.open();
    private ApiRoom room;

    @BeforeEach
    void open() {
        room = new ApiRoom(database, clock);
        database.creditor("nordlys", "310245674");
        Story.write(database.client());
    }

    @AfterEach
    void close() {
        room.close();
        database.close();
    }

    @Test
    void actionsSayWhoCanDoThemAndWhyNot() {
        List<ActionsApi.View> actions = actions().list(KEY, KARI);
        valid(Request.Method.GET, "/claims/" + KEY + "/actions", actions);
        assertThat(actions).extracting(ActionsApi.View::action).hasSameSizeAs(Action.values());
        assertThat(how("REVERSE_PAYMENT")).isEqualTo("PERSON");
        assertThat(how("ANSWER_LIST")).isEqualTo("STAGE");
        assertThat(how("MESSAGE")).isEqualTo("WIRE");
        database.client()
                .sql("update claim set allowed_actions = 'MESSAGE,WITHDRAW'")
                .update();
        assertThat(how("PAUSE")).isEqualTo("NOT_NOW");
        assertThat(how("WITHDRAW")).isEqualTo("WIRE");
        assertThat(how("REPORT_PAYMENT")).isEqualTo("WIRE");
    }

    @Test
    void anAnswerIsAPersonsWhereTheAgencyHasNoNameForTheObjection() {
        database.client()
                .sql(
                        """
                        insert into dispute (claim_key, creditor_id, heard_from, reason, raised_on, state, seen_at_agency, opened_at)
                        values (:key, 'nordlys', 'CREDITOR', 'Ikke levert', date '2026-01-10', 'OPEN', true, current_timestamp)""")
                .param("key", KEY)
                .update();
        Map<String, String> unnamed =
                Map.of("autocollect", "WIRE", "bahs", "PERSON", "kk2", "PERSON", "ecpay", "PERSON");
        Map<String, String> named = Map.of("autocollect", "WIRE", "bahs", "WIRE", "kk2", "WIRE", "ecpay", "PERSON");
        assertThat(answers()).isEqualTo(unnamed);
        database.client().sql("update dispute set agency_reference = 'q-12'").update();
        assertThat(answers()).isEqualTo(named);
    }

    /** How an objection is answered at each agency. */
    private Map<String, String> answers() {
        return Stream.of("autocollect", "bahs", "kk2", "ecpay")
                .collect(Collectors.toMap(Function.identity(), agency -> {
                    database.client()
                            .sql("update claim set agency = :agency")
                            .param("agency", agency)
                            .update();
                    return how("ANSWER_DISPUTE");
                }));
    }

    @Test
    void aPersonIsAskedAndSaysWhatWasDone() {
        TasksApi.View task = ask("REVERSE_PAYMENT", KARI);
        valid(Request.Method.POST, "/claims/" + KEY + "/tasks", task);
        assertThat(task.title()).isEqualTo("Gjøres for hånd hos byrået: Trekk tilbake en meldt betaling");
        assertThat(task.dueOn()).isEqualTo(LocalDate.of(2026, 1, 16));
        assertThat(task.detail()).startsWith("Amili portal: ").doesNotContain("01019012345");
        clock.set(clock.instant().plus(Duration.ofDays(3)));
        assertThat(tasks().count(null)).isEqualTo(new TasksApi.Count(1, 1));
        Page<TasksApi.View> open = tasks().list(Query.parse("state=OPEN"), KARI);
        valid(Request.Method.GET, "/tasks", open);
        assertThat(open.items()).singleElement().satisfies(each -> assertThat(each.overdue())
                .isTrue());
        TasksApi.View done = tasks().finish(task.id(), "{\"note\":\"Ringt byrået\"}", KARI);
        valid(Request.Method.POST, "/tasks/" + task.id() + "/done", done);
        assertThat(done.doneBy()).isEqualTo("kari");
        assertThat(tasks().count(null)).isEqualTo(new TasksApi.Count(0, 0));
        refused(() -> tasks().finish(task.id(), "{\"note\":\"again\"}", KARI), ApiProblem.Code.REFUSED);
        refused(() -> tasks().finish(task.id(), "{\"note\":\" \"}", KARI), ApiProblem.Code.BAD_BODY);
        refused(() -> tasks().finish(99, "{\"note\":\"x\"}", KARI), ApiProblem.Code.NOT_FOUND);
    }

    @Test
    void oneWishIsOneTask() {
        Caller once = new Caller("kari", "en", "wish-1");
        assertThat(ask("WITHDRAW", once).id()).isEqualTo(ask("WITHDRAW", once).id());
        assertThat(ask("WITHDRAW", KARI).id())
                .isNotEqualTo(ask("WITHDRAW", KARI).id());
    }

    @Test
    void whatTheAgencyDoesNotAllowIsRefusedInPlainWords() {
        ApiProblem problem = refused(() -> ask("ANSWER_LIST", KARI), ApiProblem.Code.REFUSED);
        assertThat(Problem.of(problem, room.bean(Texts.class), "nb").title())
                .isEqualTo("Byrået tillater ikke dette på trinnet kravet står på.");
        database.client().sql("update claim set stage = 'CLOSED'").update();
        assertThat(refused(() -> ask("MESSAGE", KARI), ApiProblem.Code.REFUSED).reason())
                .isEqualTo("CLOSED");
        database.client().sql("update claim set state = 'PENDING'").update();
        refused(() -> ask("MESSAGE", KARI), ApiProblem.Code.NOT_FOUND);
    }

    @Test
    void theSameNeedIsOneTaskForEver() {
        NewTask need = new NewTask(
                TaskKind.ANSWER_AGENCY,
                KEY + "/q-12",
                "nordlys",
                KEY,
                "autocollect",
                "Skyldner bestrider leveringen.",
                LocalDate.of(2026, 1, 29));
        assertThat(room.bean(Tasks.class).open(need)).isTrue();
        assertThat(room.bean(Tasks.class).open(need)).isFalse();
        assertThat(tasks().list(Query.parse(""), KARI).items())
                .extracting(TasksApi.View::title)
                .containsExactly("Byrået spør, svar dem");
    }

    private String how(String action) {
        return actions().list(KEY, KARI).stream()
                .filter(each -> each.action().equals(action))
                .findFirst()
                .orElseThrow()
                .how();
    }

    private TasksApi.View ask(String action, Caller caller) {
        return actions().ask(KEY, "{\"action\":\"" + action + "\",\"text\":\"Banken avviste, 01019012345\"}", caller);
    }

    private ActionsApi actions() {
        return room.bean(ActionsApi.class);
    }

    private TasksApi tasks() {
        return room.bean(TasksApi.class);
    }

    private static ApiProblem refused(Runnable call, ApiProblem.Code code) {
        ApiProblem[] seen = new ApiProblem[1];
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.code()).isEqualTo(code);
            seen[0] = problem;
        });
        return seen[0];
    }

    private static void valid(Request.Method method, String path, Object answer) {
        SimpleResponse response = SimpleResponse.Builder.ok()
                .withContentType("application/json")
                .withBody(Body.write(answer))
                .build();
        assertThat(CONTRACT.validateResponse("/api/v1" + path, method, response).getMessages())
                .isEmpty();
    }
}
