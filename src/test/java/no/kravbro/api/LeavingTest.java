package no.kravbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kravbro.access.Access;
import no.kravbro.access.Role;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Mandate;
import no.kravbro.creditor.Mandates;
import no.kravbro.creditor.Wishes;
import no.kravbro.fakes.DatabaseTest;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which agencies are being left, and what they still have to end. */
class LeavingTest extends DatabaseTest {

    private MandatesApi mandates;

    LeavingTest() {
        super(TestDatabases.H2);
    }

    @BeforeEach
    void wire() {
        List<Mandate> two =
                List.of(mandate("autocollect", "bahs", LocalDate.parse("2026-01-01")), mandate("bahs", null, null));
        Creditor whole = SampleCreditors.nordlys();
        Wishes wishes = new Wishes(null, Map.of(), Mandates.of(whole, two, List.of()), Wishes.USUAL.mailing(), 0);
        mandates = new MandatesApi(
                new KnownCreditors(new Creditors(
                        List.of(SampleCreditors.nordlys("autocollect", Creditor.Transfer.AUTOMATIC, wishes)))),
                database.client(),
                clock);
    }

    private static Mandate mandate(String agency, String replacedBy, LocalDate from) {
        return new Mandate(agency, "ref", null, null, null, null, null, null, null, replacedBy, from);
    }

    private static Caller accountant(String creditor) {
        return new Caller("ann", "nb", null, Access.ofPerson(Set.of(Role.ACCOUNTANT), Set.of(creditor)));
    }

    @Test
    void theOneThatIsLeftIsNamedWithWhatItStillHas() {
        assertThat(mandates.leaving(accountant("nordlys")))
                .hasEntrySatisfying(
                        "autocollect", all -> assertThat(all).singleElement().satisfies(each -> {
                            assertThat(each.creditorId()).isEqualTo("nordlys");
                            assertThat(each.agency().replacedBy()).isEqualTo("bahs");
                            assertThat(each.agency().removable()).isTrue();
                        }))
                .hasSize(1);
        Story.write(database.client());
        MandatesApi.View left = mandates.leaving(accountant("nordlys"))
                .get("autocollect")
                .get(0)
                .agency();
        assertThat(left.left().claims()).isOne();
        assertThat(left.removable()).isFalse();
    }

    @Test
    void nobodyHearsOfOthers() {
        assertThat(mandates.leaving(accountant("fjell"))).isEmpty();
    }
}
