package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import no.kravbro.access.Keys;
import no.kravbro.access.Right;
import no.kravbro.access.Role;
import no.kravbro.audit.Actor;
import no.kravbro.fakes.MutableClock;
import no.kravbro.fakes.TestDatabase;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nobody comes to the API without a key, or further than the key goes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDoorTest {

    private final TestDatabase database = TestDatabases.H2.open();
    private ApiRoom room;
    private String value;

    @BeforeAll
    void open() {
        room = new ApiRoom(database, MutableClock.at("2026-01-14T08:00:00+01:00"));
        value = room.bean(Keys.class)
                .make(
                        new Keys.Form("erp", null, Set.of(Role.SUPPORT), Set.of("nordlys"), null),
                        new Actor("ada", "ADMIN", Actor.Via.CONSOLE));
    }

    @AfterAll
    void close() {
        room.close();
        database.close();
    }

    private Caller enter(String authorization, String address, Right needed) {
        return room.bean(ApiDoor.class)
                .enter(new ApiDoor.Knock(authorization, "nb", null, address), "listClaims", needed);
    }

    @Test
    void aKeySaysWhoItIsAndWhatItSees() {
        Caller caller = enter("Bearer " + value, "192.0.2.1", Right.READ_CLAIMS);
        assertThat(caller.who()).isEqualTo("token:erp");
        assertThat(caller.creditors()).containsExactly("nordlys");
        assertThat(caller.actor()).isEqualTo(new Actor("token:erp", "SUPPORT", Actor.Via.API));
        assertThat(enter("bearer " + value, "192.0.2.1", Right.READ_CLAIMS)).isEqualTo(caller);
    }

    @Test
    void aKeyThatActsForAPersonSaysForWhom() {
        database.client()
                .sql(
                        "insert into app_user (name, display_name, password, state, version, created_at, changed_at, demonstration)"
                                + " values ('siri', 'Siri', 'x', 'ACTIVE', 0, current_timestamp, current_timestamp, false)")
                .update();
        database.client()
                .sql("insert into app_user_role (name, role) values ('siri', 'SUPPORT')")
                .update();
        String hers = room.bean(Keys.class)
                .make(
                        new Keys.Form("hers", "siri", Set.of(Role.SUPPORT), null, null),
                        new Actor("ada", "ADMIN", Actor.Via.CONSOLE));
        Caller caller = enter("Bearer " + hers, "192.0.2.5", Right.READ_CLAIMS);
        assertThat(caller.who()).isEqualTo("token:hers");
        assertThat(caller.behind()).isEqualTo("siri");
        assertThat(enter("Bearer " + value, "192.0.2.5", Right.READ_CLAIMS).behind())
                .isEqualTo("token:erp");
    }

    @Test
    void withoutAKeyThatHoldsNobodyComesIn() {
        for (String wrong :
                new String[] {null, "", value, "Basic " + value, "Bearer", "Bearer kravbro_", "Bearer " + value + "x"
                }) {
            assertThat(catchThrowableOfType(ApiProblem.class, () -> enter(wrong, "192.0.2.2", Right.READ_CLAIMS)))
                    .as("%s", wrong)
                    .extracting(ApiProblem::status, ApiProblem::code)
                    .containsExactly(401, ApiProblem.Code.UNAUTHENTICATED);
        }
        assertThat(audited("no key 192.0.2.2")).hasSize(7).containsOnly("-");
    }

    @Test
    void aKeyGoesNoFurtherThanItsRoles() {
        assertThat(catchThrowableOfType(
                        ApiProblem.class, () -> enter("Bearer " + value, "192.0.2.3", Right.MANAGE_USERS)))
                .extracting(ApiProblem::status)
                .isEqualTo(403);
        assertThat(audited("MANAGE_USERS")).containsExactly("token:erp");
    }

    @Test
    void whoeverKnocksWithoutEndFillsNoLog() {
        for (int i = 0; i < 100; i++) {
            catchThrowableOfType(ApiProblem.class, () -> enter(null, "192.0.2.4", Right.READ_CLAIMS));
        }
        assertThat(audited("no key 192.0.2.4")).hasSizeLessThan(30);
    }

    private List<String> audited(String detail) {
        return database.client()
                .sql(
                        "select who from audit where subject = 'api/listClaims' and outcome = 'REFUSED' and detail = :detail")
                .param("detail", detail)
                .query(String.class)
                .list();
    }
}
