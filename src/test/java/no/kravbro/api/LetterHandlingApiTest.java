package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import java.util.List;
import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Notes, assignees, opening again and tables at our own door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterHandlingApiTest {

    private static final Caller KARI = new Caller("kari", "en", null);
    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    "src/main/resources/openapi/kravbro.yaml")
            .withBasePathOverride("/api/v1")
            .build();

    private final TestDatabase database = TestDatabases.H2.open();
    private ApiRoom room;
    private LetterHandlingApi handling;

    @BeforeAll
    void open() {
        room = new ApiRoom(database, MutableClock.at("2026-01-14T08:00:00+01:00"));
        handling = room.bean(LetterHandlingApi.class);
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
    }

    @Test
    void everyAnswerIsAsDescribedAndOnTheRecord() {
        valid(Request.Method.POST, "/dead-letters/1/note", handling.note(1, "{\"text\":\"called\"}", KARI));
        valid(Request.Method.POST, "/dead-letters/1/assign", handling.assign(1, "{\"assignee\":\"ola\"}", KARI));
        room.bean(DeadLettersApi.class).close(1, "{\"reason\":\"OTHER\",\"text\":\"x\"}", KARI);
        valid(Request.Method.POST, "/dead-letters/1/restore", handling.restore(1, "{\"text\":\"no\"}", KARI));
        String saying = "{\"note\":\"wait\",\"assignee\":\"per\",\"mutedUntil\":\"2026-02-01\"}";
        valid(Request.Method.POST, "/dead-letter-groups/f/saying", handling.say("f", saying, KARI));
        valid(Request.Method.GET, "/dead-letter-groups/f/log", handling.saying("f", KARI));
        valid(Request.Method.GET, "/dead-letter-corrections", handling.waiting(KARI));
        assertThat(room.bean(LetterGroupsApi.class).list(Query.parse("assignee=ola"), KARI))
                .singleElement()
                .matches(
                        group -> group.note().equals("wait") && group.assignee().equals("per"));
        assertThatThrownBy(() -> handling.unlock(1, "{\"text\":\"x\"}", KARI)).isInstanceOf(ApiProblem.class);
        assertThat(database.client()
                        .sql("select deed || ' ' || outcome from audit order by number")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "LETTER_NOTE DONE",
                        "LETTER_ASSIGN DONE",
                        "LETTER_CLOSE DONE",
                        "LETTER_RESTORE DONE",
                        "LETTER_NOTE DONE",
                        "LETTER_UNLOCK REFUSED");
    }

    @Test
    @DisplayName("a key is no second person for whoever it acts for, nor for anybody when it acts for nobody")
    void aKeyIsNoSecondPerson() {
        Access access = Access.ofToken(Set.of(Role.OPERATIONS, Role.APPROVER), null);
        Caller odds = new Caller("token:odds", "en", null, access, "odd");
        Caller nobodys = new Caller("token:ci", "en", null, access, null);
        Caller odd = new Caller("odd", "en", null, Access.ofPerson(access.roles(), Set.of()));
        database.client()
                .sql("update delivery set payload = '{\"debtor\":{\"name\":\"A AS\"}}' where id = 1")
                .update();
        database.client()
                .sql("update dead_letter set cause = 'INVALID_DATA' where id = 1")
                .update();
        for (Caller asking : List.of(odd, odds)) {
            room.bean(DeadLettersApi.class).correct(1, "{\"fields\":{\"debtor.name\":\"B AS\"}}", asking);
            long waiting = handling.waiting(odd).get(0).id();
            assertThat(handling.waiting(odd).get(0).askedBy()).isEqualTo("odd");
            for (Caller second : List.of(odd, odds)) {
                assertThatThrownBy(() -> handling.confirm(waiting, second))
                        .isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.reason())
                                .isEqualTo("SAME_PERSON"));
            }
            assertThatThrownBy(() -> handling.confirm(waiting, nobodys))
                    .isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(problem.code())
                            .isEqualTo(ApiProblem.Code.FORBIDDEN));
            Caller arne = new Caller("token:arnes", "en", null, access, "arne");
            assertThat(handling.refuse(waiting, "{\"text\":\"no\"}", arne)).isEmpty();
        }
    }

    @Test
    @DisplayName("a table holds no formula and no national identity number")
    void table() {
        database.client()
                .sql("update dead_letter set detail = '=cmd|A1; \"x\" 01019012345' where id = 1")
                .update();
        String csv = handling.export(Query.parse("state=OPEN"), KARI).text();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .startsWith("\uFEFF\"Number\";\"Since\"")
                .contains("\"12500,00\"", "\"'=cmd|A1; \"\"x\"\" ***********\"")
                .doesNotContain("01019012345");
        assertThat(LetterCsv.cell("-12,50")).isEqualTo("\"-12,50\"");
        assertThat(LetterCsv.cell("-1+2")).isEqualTo("\"'-1+2\"");
        assertThat(LetterCsv.cell("@x")).isEqualTo("\"'@x\"");
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
}
