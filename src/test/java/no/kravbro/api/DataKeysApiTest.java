package no.kravbro.api;

import static no.kravbro.api.Contract.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.atlassian.oai.validator.model.Request;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.kravbro.Texts;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import no.kravbro.secret.KeysRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operations change the keys of encryption at rest by the API; what is refused changes nothing, and both stand in the audit trail. */
class DataKeysApiTest extends DatabaseTest {

    private static final Caller ODD = caller(Set.of(Role.OPERATIONS), null);

    private ApiRoom room;

    DataKeysApiTest() {
        super(TestDatabases.H2);
    }

    private static Caller caller(Set<Role> roles, Set<String> creditors) {
        return new Caller("token:odd", "en", null, Access.ofToken(roles, creditors));
    }

    @BeforeAll
    void nothing() {
        // A room for each test: its keys stand in the database, which begins empty.
        assertThat(room).isNull();
    }

    @BeforeEach
    void openRoom() {
        if (room != null) {
            room.close();
        }
        room = new ApiRoom(database, clock);
    }

    @AfterAll
    void closeRoom() {
        room.close();
    }

    private DataKeysApi api() {
        return room.bean(DataKeysApi.class);
    }

    private List<String> audited() {
        return database.client()
                .sql("select deed || ' ' || outcome from audit order by number")
                .query(String.class)
                .list();
    }

    private static ApiProblem problem(Runnable act) {
        return catchThrowableOfType(ApiProblem.class, act::run);
    }

    @Test
    void isShownByNameAndRotated() {
        var before = api().show(ODD);
        valid(Request.Method.GET, "/data-keys", before);
        assertThat(before.older()).isEmpty();
        var after = api().rotate(ODD);
        valid(Request.Method.POST, "/data-keys/rotate", after);
        assertThat(after.older()).containsExactly(before.newest());
        assertThat(after.newest()).isNotEqualTo(before.newest());
        assertThat(after.finishedAt()).isNull();
        assertThat(audited()).containsExactly("KEYS_ROTATED DONE");
    }

    @Test
    void whatIsRefusedIsToldAndAudited() {
        ApiProblem one = problem(() -> api().retire(ODD));
        assertThat(one.code()).isEqualTo(ApiProblem.Code.REFUSED);
        assertThat(one.reason()).isEqualTo("NOTHING_OLD");
        assertThat(problem(() -> api().rewrap(ODD)).reason()).isEqualTo("ONE_MASTER");
        api().rotate(ODD);
        assertThat(problem(() -> api().retire(ODD)).reason()).isEqualTo("UNDER_WAY");
        assertThat(audited())
                .containsExactly(
                        "KEYS_RETIRED REFUSED", "KEYS_REWRAPPED REFUSED", "KEYS_ROTATED DONE", "KEYS_RETIRED REFUSED");
        assertThat(api().show(ODD).older()).hasSize(1);
    }

    @Test
    void onlyWhoKeepsAllCreditorsRunningMayDoSo() {
        var before = api().show(ODD);
        for (Caller no : List.of(
                caller(Set.of(Role.SUPPORT), null),
                caller(Set.of(Role.INTEGRATOR, Role.ADMIN), null),
                caller(Set.of(Role.OPERATIONS), Set.of("nordlys")))) {
            for (Runnable act :
                    List.<Runnable>of(() -> api().rotate(no), () -> api().retire(no), () -> api().rewrap(no))) {
                assertThat(problem(act).code()).isEqualTo(ApiProblem.Code.FORBIDDEN);
            }
        }
        assertThat(problem(() -> api().show(caller(Set.of(Role.SUPPORT), null))).code())
                .isEqualTo(ApiProblem.Code.FORBIDDEN);
        assertThat(api().show(ODD)).isEqualTo(before);
    }

    @Test
    void everyRefusalHasWordsInBothLanguages() {
        Texts texts = room.bean(Texts.class);
        for (KeysRefused.Code code : KeysRefused.Code.values()) {
            assertThat(texts.find(code.key(), Locale.ENGLISH)).isPresent();
            assertThat(texts.find(code.key(), Texts.NB)).isPresent();
        }
    }
}
