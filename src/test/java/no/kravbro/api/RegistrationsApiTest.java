package no.kravbro.api;

import static no.kravbro.api.Contract.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.atlassian.oai.validator.model.Request;
import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations connect creditors; a token goes in and never comes out. */
class RegistrationsApiTest extends DatabaseTest {

    private static final Caller OLA = caller(Set.of(Role.OPERATIONS), null);
    private static final String WANTED =
            """
            {"id":"skogly","organizationNumber":"310777218","name":"Skogly Bygg AS","agency":"autocollect","transfer":"APPROVE",
             "startDate":"2025-01-01","accounts":{"receivable":1500,"interim":1960}%s}""";
    private static final String TOKEN = ",\"employeeToken\":\"tok-planted-1\"";

    private ApiRoom room;

    RegistrationsApiTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void openRoom() {
        room = new ApiRoom(database, clock);
    }

    @AfterEach
    void closeRoom() {
        room.close();
    }

    private static Caller caller(Set<Role> roles, Set<String> creditors) {
        return new Caller("token:ola", "en", null, Access.ofToken(roles, creditors));
    }

    private RegistrationsApi api() {
        return room.bean(RegistrationsApi.class);
    }

    @Test
    void isConnectedChangedConfirmedAndGivenAnotherToken() {
        RegistrationsApi.View view = api().register(WANTED.formatted(TOKEN), OLA);
        valid(Request.Method.POST, "/creditors", view);
        assertThat(view.missing()).containsExactly("CREDITOR", "AGENCY");
        valid(Request.Method.GET, "/creditors/skogly/registration", api().show("skogly", OLA));
        String more = WANTED.formatted(",\"minimumOre\":7");
        valid(Request.Method.POST, "/creditors/skogly/registration", api().change("skogly", more, OLA));
        valid(
                Request.Method.POST,
                "/creditors/skogly/token",
                api().renew("skogly", "{\"employeeToken\":\"tok-planted-2\"}", OLA));
        api().confirm("skogly", "{\"side\":\"CREDITOR\",\"how\":\"Signed\"}", OLA);
        view = api().confirm("skogly", "{\"side\":\"AGENCY\",\"how\":\"Mail\"}", OLA);
        valid(Request.Method.POST, "/creditors/skogly/confirmations", view);
        assertThat(view.state()).isEqualTo("ACTIVE");
        assertThat(Body.write(view)).contains("\"minimumOre\":7").doesNotContain("planted");
        assertThat(room.bean(CreditorsApi.class).show("skogly", OLA).transfer()).isEqualTo("APPROVE");
        assertThat(audit()).contains("CREDITOR_REGISTERED", "CREDITOR_TOKEN").doesNotContain("planted");
    }

    private String audit() {
        return String.join(
                "\n",
                database.client()
                        .sql("select deed || ' ' || coalesce(before_state, '') || coalesce(after_state, '') from audit")
                        .query(String.class)
                        .list());
    }

    @Test
    void whatIsWrongIsRefusedAndNothingIsKept() {
        assertThat(code(() -> api().register(WANTED.formatted(""), OLA))).isEqualTo(ApiProblem.Code.BAD_BODY);
        assertThat(code(() -> api().register(WANTED.formatted(TOKEN + ",\"x\":1"), OLA)))
                .isEqualTo(ApiProblem.Code.BAD_BODY);
        assertThat(code(() -> api().register(WANTED.formatted(TOKEN).replace("skogly", "x".repeat(300)), OLA)))
                .isEqualTo(ApiProblem.Code.BAD_BODY);
        assertThat(code(() -> api().register("[]", OLA))).isEqualTo(ApiProblem.Code.BAD_BODY);
        assertThat(code(() -> api().show("skogly", OLA))).isEqualTo(ApiProblem.Code.NOT_FOUND);
        assertThat(code(() -> api().show("nordlys", OLA))).isEqualTo(ApiProblem.Code.NOT_FOUND);
        assertThat(room.bean(CreditorsApi.class).list(OLA)).hasSize(1);
    }

    @Test
    void onlyOperationsOfAllCreditorsConnect() {
        String body = WANTED.formatted(TOKEN);
        assertThat(code(() -> api().register(body, caller(Set.of(Role.SUPPORT, Role.ACCOUNTANT), null))))
                .isEqualTo(ApiProblem.Code.FORBIDDEN);
        assertThat(code(() -> api().register(body, caller(Set.of(Role.OPERATIONS), Set.of("nordlys")))))
                .isEqualTo(ApiProblem.Code.FORBIDDEN);
        api().register(body, OLA);
        Caller other = caller(Set.of(Role.OPERATIONS), Set.of("nordlys"));
        assertThat(code(() -> api().show("skogly", other))).isEqualTo(ApiProblem.Code.NOT_FOUND);
        assertThat(code(() -> api().renew("skogly", "{\"employeeToken\":\"x\"}", other)))
                .isEqualTo(ApiProblem.Code.NOT_FOUND);
    }

    private static ApiProblem.Code code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ApiProblem.class, call).code();
    }
}
