package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.oai.validator.model.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.Settings.Mail.Mode;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail that did not get through is shown with why, counted for the start page, and sent again by a person. */
class MailsApiTest extends DatabaseTest {

    private static final Caller KARI = new Caller("kari", "en", null);

    private ApiRoom room;

    MailsApiTest() {
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

    @BeforeEach
    void givenUp() {
        database.client()
                .sql(
                        "insert into mail (mail_key, recipient, kind, creditor_id, language, subject, state, attempts, cause,"
                                + " created_at, updated_at) values ('k', 'kari@example.no', 'COLLECTION_LIST', 'nordlys', 'nb', 'Liste',"
                                + " 'DEAD', 10, 'REFUSED', current_timestamp, current_timestamp)")
                .update();
    }

    private MailsApi api() {
        return room.bean(MailsApi.class);
    }

    private MailsApi.View only() {
        return api().list(Query.of(Map.of("state", "DEAD")), KARI).items().get(0);
    }

    @Test
    void isShownWithWhyAndSentAgain() {
        Contract.valid(Request.Method.GET, "/mails", api().list(Query.of(Map.of()), KARI));
        assertThat(only().cause()).contains("refuses the address");
        assertThat(api().standing()).isEqualTo(new MailsApi.Standing(Mode.OFF, 0, 1, List.of(), 0));
        long id = only().id();
        MailsApi.View again = api().again(id, KARI);
        Contract.valid(Request.Method.POST, "/mails/" + id + "/again", again);
        assertThat(again.state()).isEqualTo("WAITING");
        assertThatThrownBy(() -> api().again(id, KARI)).isInstanceOf(ApiProblem.class);
        assertThat(api().standing()).isEqualTo(new MailsApi.Standing(Mode.OFF, 1, 0, List.of(), 0));
    }

    @Test
    void onlyForThoseWhoMay() {
        Caller accountant = new Caller("ann", "nb", null, Access.ofPerson(Set.of(Role.ACCOUNTANT), Set.of("nordlys")));
        assertThatThrownBy(() -> api().list(Query.of(Map.of()), accountant)).isInstanceOf(ApiProblem.class);
    }
}
