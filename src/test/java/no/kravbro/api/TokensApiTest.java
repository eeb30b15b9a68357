package no.kravbro.api;

import static no.kravbro.api.Contract.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.atlassian.oai.validator.model.Request;
import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Keys;
import no.kravbro.access.Role;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator makes and revokes keys; nobody makes one that reaches further than the maker. */
class TokensApiTest extends DatabaseTest {

    private static final Caller ADA = caller(Set.of(Role.ADMIN), null);

    private ApiRoom room;

    TokensApiTest() {
        super(TestDatabases.H2);
    }

    @BeforeAll
    void openRoom() {
        room = new ApiRoom(database, clock);
    }

    @AfterAll
    void closeRoom() {
        room.close();
    }

    private static Caller caller(Set<Role> roles, Set<String> creditors) {
        return new Caller("token:ada", "en", null, Access.ofToken(roles, creditors));
    }

    private TokensApi api() {
        return room.bean(TokensApi.class);
    }

    @Test
    void isMadeShownWithoutItsValueAndRevoked() {
        TokensApi.Made made = api().make("{\"name\":\"erp\",\"roles\":[\"SUPPORT\"],\"creditors\":[\"nordlys\"]}", ADA);
        valid(Request.Method.POST, "/tokens", made);
        assertThat(room.bean(Keys.class)
                        .open(made.value())
                        .orElseThrow()
                        .access()
                        .creditors())
                .containsExactly("nordlys");
        assertThat(Body.write(api().list(ADA))).contains("erp").doesNotContain(made.value());
        valid(Request.Method.GET, "/tokens", api().list(ADA));
        valid(Request.Method.POST, "/tokens/erp/revoke", api().revoke("erp", ADA));
        assertThat(room.bean(Keys.class).open(made.value())).isEmpty();
        assertThat(api().revoke("erp", ADA).get(0).revokedAt()).isNotNull();
    }

    @Test
    void onlyWhoManagesUsersOfAllCreditorsMayDoSo() {
        String body = "{\"name\":\"more\",\"roles\":[\"SUPPORT\"]}";
        for (Caller no :
                new Caller[] {caller(Set.of(Role.OPERATIONS), null), caller(Set.of(Role.ADMIN), Set.of("nordlys"))}) {
            assertThat(code(() -> api().list(no))).isEqualTo(ApiProblem.Code.FORBIDDEN);
            assertThat(code(() -> api().make(body, no))).isEqualTo(ApiProblem.Code.FORBIDDEN);
            assertThat(code(() -> api().revoke("erp", no))).isEqualTo(ApiProblem.Code.FORBIDDEN);
        }
        assertThat(api().list(ADA)).noneMatch(each -> each.name().equals("more"));
    }

    @Test
    void whatIsWrongIsRefused() {
        assertThat(code(() -> api().make("{\"name\":\"x1\",\"roles\":[\"KING\"]}", ADA)))
                .isEqualTo(ApiProblem.Code.BAD_BODY);
        assertThat(code(() -> api().make("{\"name\":\"x1\"}", ADA))).isEqualTo(ApiProblem.Code.BAD_BODY);
        assertThat(code(() -> api().make("{\"name\":\"X 1\",\"roles\":[\"SUPPORT\"]}", ADA)))
                .isEqualTo(ApiProblem.Code.BAD_BODY);
        assertThat(code(() -> api().revoke("none", ADA))).isEqualTo(ApiProblem.Code.NOT_FOUND);
    }

    private static ApiProblem.Code code(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ApiProblem.class, call).code();
    }
}
