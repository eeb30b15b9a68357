package no.kravbro.claim.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateFileTest {

    private static final String OLD = "1989-07-01;;LAW_1988;LOV-1988-05-13-26;2026-11-22";

    private static RateTable<Law> laws(String... lines) {
        return RateFile.of("law.csv", List.of(lines)).table(Law::valueOf);
    }

    @Test
    void aDayThatIsEnteredSwitchesTheLaw() {
        assertThat(laws("# for people", "", OLD, "-;;LAW_NEW;Prop.;2026-11-22").on(LocalDate.of(2030, 1, 1)))
                .isEqualTo(Law.LAW_1988);
        RateTable<Law> entered = laws(OLD, "2027-07-01;;LAW_NEW;Prop.;2026-11-22");
        assertThat(entered.on(LocalDate.of(2027, 6, 30))).isEqualTo(Law.LAW_1988);
        assertThat(entered.on(LocalDate.of(2027, 7, 1))).isEqualTo(Law.LAW_NEW);
        assertThat(entered.find(LocalDate.of(2027, 7, 1)).orElseThrow().source())
                .isEqualTo("Prop.");
    }

    @Test
    void theLastDayHoldsAndTheNextIsUnknown() {
        RateTable<Law> table = laws("1989-07-01;2026-12-31;LAW_1988;LOV;2026-11-22");
        assertThat(table.on(LocalDate.of(2026, 12, 31))).isEqualTo(Law.LAW_1988);
        assertThat(table.find(LocalDate.of(2027, 1, 1))).isEmpty();
        assertThatThrownBy(() -> table.on(LocalDate.of(2027, 1, 1)))
                .isInstanceOf(UnknownRate.class)
                .hasMessageContaining("2027-01-01")
                .hasMessageContaining("rates/law.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1989-07-01;;LAW_1988;LOV",
                "1989-07-01;;LAW_1988;;2026-11-22",
                "1989-07-01;;LAW_1988;LOV;yesterday",
                "1 July;;LAW_1988;LOV;2026-11-22",
                "1989-07-01;;LAW_1888;LOV;2026-11-22"
            })
    void aRowWithAFaultIsNamed(String row) {
        assertThatIllegalArgumentException().isThrownBy(() -> laws(row)).withMessageContaining("rates/law.csv [1");
    }

    @Test
    void rowsFollowEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> laws(OLD, OLD))
                .withMessageContaining("1989-07-01 does not follow 1989-07-01");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateFile.delivered("none.csv"))
                .withMessage("rates/none.csv is missing");
    }
}
