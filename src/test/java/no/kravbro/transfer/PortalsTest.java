package no.kravbro.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.creditor.Creditor;
import no.kravbro.creditor.Creditors;
import no.kravbro.creditor.Mailing;
import no.kravbro.creditor.Mandate;
import no.kravbro.creditor.Mandates;
import no.kravbro.creditor.Wishes;
import no.kravbro.fakes.SampleCreditors;
import org.junit.jupiter.api.Test;

class PortalsTest {

    private static final LocalDate BEFORE = LocalDate.of(2023, 5, 2);

    private final AgencyProfiles profiles = new AgencyProfiles(Path.of("routes"));

    private String portal(Creditor creditor, String agency) {
        return new Portals(profiles, new Creditors(List.of(creditor))).of(creditor.id(), agency);
    }

    @Test
    void isThatOfTheDayOnWhichTheAgencyActivatedTheCreditor() {
        assertThat(portal(SampleCreditors.nordlys(), "autocollect")).isEqualTo("Amili portal");
        assertThat(portal(SampleCreditors.activated("autocollect", BEFORE), "autocollect"))
                .isEqualTo("Kreditorweb");
        assertThat(portal(SampleCreditors.activated("kk2", BEFORE), "kk2")).isEqualTo("KapitalKontroll2");
    }

    /** Each agency has its own day. */
    @Test
    void isThatOfTheAgencyThatHasTheClaim() {
        Creditor whole = SampleCreditors.activated("autocollect", null);
        List<Mandate> two = List.of(mandate("autocollect", BEFORE), mandate("bahs", null));
        Wishes wishes = new Wishes(null, Map.of(), Mandates.of(whole, two, List.of()), Mailing.NOBODY, 0);
        Creditor atBahs = SampleCreditors.nordlys("autocollect", Creditor.Transfer.AUTOMATIC, wishes)
                .at("bahs");
        assertThat(portal(atBahs, "autocollect")).isEqualTo("Kreditorweb");
        assertThat(portal(atBahs, "bahs")).isEqualTo("BAHS InkassoFlyt");
    }

    private static Mandate mandate(String agency, LocalDate activatedOn) {
        return new Mandate(agency, "ref", null, null, null, null, null, null, activatedOn, null, null);
    }
}
