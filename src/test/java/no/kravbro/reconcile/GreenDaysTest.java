package no.kravbro.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Green days of a creditor whose claims are with more than one agency. */
class GreenDaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

    private static Agreement agreement(int day, String agency, int agreeing) {
        return new Agreement("nordlys", MONDAY.plusDays(day), agency, 2, agreeing, 0, 0, 0);
    }

    @Test
    void aDayIsCountedOnceHoweverManyAgenciesThereAre() {
        GreenDays green = GreenDays.of(List.of(
                agreement(0, "autocollect", 2),
                agreement(0, "kk2", 2),
                agreement(1, "autocollect", 2),
                agreement(1, "kk2", 2)));

        assertThat(green.days()).isEqualTo(2);
        assertThat(green.since()).isEqualTo(MONDAY);
    }

    @Test
    void aDayIsGreenOnlyWhenAllAgenciesAgree() {
        List<Agreement> days = List.of(
                agreement(0, "autocollect", 2),
                agreement(0, "kk2", 2),
                agreement(1, "autocollect", 2),
                agreement(1, "kk2", 1));
        GreenDays green = GreenDays.of(days);

        assertThat(green.since()).isNull();
        assertThat(green.days()).isZero();
        assertThat(green.lastGreen()).isEqualTo(MONDAY);
        assertThat(green.last().day()).isEqualTo(MONDAY.plusDays(1));
        assertThat(GreenDays.byDay(days))
                .containsExactly(Map.entry(MONDAY, true), Map.entry(MONDAY.plusDays(1), false));
    }
}
