package no.kravbro.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.claim.OsloDay;
import no.kravbro.claim.rates.Law;
import no.kravbro.creditor.Creditor;
import no.kravbro.fakes.SampleCreditors;
import org.junit.jupiter.api.Test;

/** What an agency starts with, under the act of 1988 and from the first day of the next one. */
class FirstStepsTest {

    private static final LocalDate SWITCH = LocalDate.of(2027, 1, 1);
    private static final Creditor CREDITOR = SampleCreditors.nordlys();

    private static FirstSteps on(LocalDate day) {
        return new FirstSteps(
                new AgencyProfiles(Path.of("routes")),
                when -> when.isBefore(SWITCH) ? Law.LAW_1988 : Law.LAW_NEW,
                Clock.fixed(day.atStartOfDay(OsloDay.ZONE).toInstant(), OsloDay.ZONE));
    }

    @Test
    void collectionAtOnceEndsWithTheCreditorsRightToSendNotices() {
        assertThat(on(SWITCH.minusDays(1)).allows(CREDITOR, "COLLECTION")).isTrue();
        assertThat(on(SWITCH).allows(CREDITOR, "COLLECTION")).isFalse();
        assertThat(on(SWITCH).allows(CREDITOR, "NOTICE")).isTrue();
        assertThat(on(SWITCH).allows(CREDITOR, "REMINDER")).isTrue();
    }

    @Test
    void whatNoAgencyKnowsIsNotAllowed() {
        assertThat(on(SWITCH.minusDays(1)).allows(CREDITOR, "COURT")).isFalse();
        assertThat(on(SWITCH).of(CREDITOR)).isEqualTo("NOTICE");
    }
}
