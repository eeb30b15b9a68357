package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may ask for what: by role, and an accountant about own creditors only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SightTest {

    private static final Caller OWN = person(Set.of(Role.ACCOUNTANT), Set.of("nordlys"));
    private static final Caller OTHERS = person(Set.of(Role.ACCOUNTANT, Role.SUPPORT), Set.of("bergvik"));
    private static final Caller NOBODYS = person(Set.of(Role.ACCOUNTANT), Set.of());
    private static final Caller AUDITOR = person(Set.of(Role.AUDITOR), Set.of());
    private static final String KEY = "310245674-1";
    private static final String PAUSE = "{\"action\":\"PAUSE\",\"text\":\"Avtale\"}";
    private static final String DISPUTE = "{\"reason\":\"Ikke levert\"}";
    private static final String ANSWER = "{\"outcome\":\"CLAIM_UPHELD\",\"text\":\"Levert\"}";

    private final TestDatabase database = TestDatabases.H2.open();
    private ApiRoom room;

    private static Caller person(Set<Role> roles, Set<String> creditors) {
        return new Caller("kari", "en", null, Access.ofPerson(roles, creditors));
    }

    @BeforeAll
    void story() {
        room = new ApiRoom(database, MutableClock.at("2026-01-14T08:00:00+01:00"));
        database.creditor("nordlys", "310245674");
        Story.write(database.client());
        database.client()
                .sql("alter table delivery alter column id restart with 100")
                .update();
        database.client().sql("update claim set flags = ''").update();
    }

    @AfterAll
    void close() {
        room.close();
        database.close();
    }

    private Map<String, ThrowingCallable> questions(Caller caller) {
        InstructionsApi instructions = room.bean(InstructionsApi.class);
        DisputesApi disputes = room.bean(DisputesApi.class);
        return Map.of(
                "instructions", () -> instructions.list(KEY, caller),
                "order", () -> instructions.order(KEY, PAUSE, caller),
                "price", () -> instructions.priced(KEY, caller),
                "actions", () -> room.bean(ActionsApi.class).list(KEY, caller),
                "disputes", () -> disputes.list(KEY, caller),
                "raise", () -> disputes.raise(KEY, DISPUTE, caller),
                "report", () -> room.bean(ReportsApi.class).show("nordlys", Query.parse(""), caller),
                "paper", () -> room.bean(ReportsApi.class).pdf("nordlys", Query.parse(""), caller),
                "agreements", () -> room.bean(AgreementsApi.class).show("nordlys", Query.parse(""), caller));
    }

    @Test
    void whatBelongsToAnotherCreditorDoesNotExist() {
        long before = count("delivery") + count("dispute");
        for (Caller caller : List.of(OTHERS, NOBODYS)) {
            questions(caller).forEach((name, question) -> refused(name, ApiProblem.Code.NOT_FOUND, question));
        }
        assertThat(count("delivery") + count("dispute")).isEqualTo(before);
    }

    @Test
    void aRoleWithoutTheRightIsRefused() {
        questions(AUDITOR).forEach((name, question) -> refused(name, ApiProblem.Code.FORBIDDEN, question));
        LetterHandlingApi letters = room.bean(LetterHandlingApi.class);
        for (Caller caller : List.of(AUDITOR, OWN)) {
            refused("note", ApiProblem.Code.FORBIDDEN, () -> letters.note(1, "{\"text\":\"x\"}", caller));
            refused("assign", ApiProblem.Code.FORBIDDEN, () -> letters.assign(1, "{}", caller));
            refused("restore", ApiProblem.Code.FORBIDDEN, () -> letters.restore(1, "{\"text\":\"x\"}", caller));
            refused("say", ApiProblem.Code.FORBIDDEN, () -> letters.say("f", "{\"note\":\"x\"}", caller));
            refused("waiting", ApiProblem.Code.FORBIDDEN, () -> letters.waiting(caller));
        }
    }

    @Test
    void anAccountantSeesAndInstructsOwnClaims() {
        for (String each : List.of("instructions", "actions", "disputes", "report", "agreements", "price", "order")) {
            assertThat(catchThrowable(questions(OWN).get(each))).as(each).isNull();
        }
        DisputesApi disputes = room.bean(DisputesApi.class);
        long raised = disputes.raise(KEY, DISPUTE, OWN).id();
        refused("answer", ApiProblem.Code.NOT_FOUND, () -> disputes.answer(raised, ANSWER, OTHERS));
        refused("answer", ApiProblem.Code.FORBIDDEN, () -> disputes.answer(raised, ANSWER, AUDITOR));
        assertThat(disputes.answer(raised, ANSWER, OWN).state()).isEqualTo("UPHELD");
    }

    @Test
    void lettersOfAnotherCreditorAreNotTouched() {
        LetterHandlingApi letters = room.bean(LetterHandlingApi.class);
        refused("note", ApiProblem.Code.NOT_FOUND, () -> letters.note(1, "{\"text\":\"x\"}", OTHERS));
        refused("retry", ApiProblem.Code.NOT_FOUND, () -> room.bean(DeadLettersApi.class)
                .retry(1, "", OTHERS));
        assertThat(count("dead_letter_log")).isZero();
    }

    private long count(String from) {
        return database.client()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }

    private static void refused(String name, ApiProblem.Code code, ThrowingCallable question) {
        assertThatThrownBy(question).as(name).isInstanceOfSatisfying(ApiProblem.class, problem -> assertThat(
                        problem.code())
                .isEqualTo(code));
    }
}
