package no.kravbro.claim.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of RULES 3.1, 3.2 and 3.4 by their days. */
class RatesTest {

    private final Rates rates = Rates.delivered();
    private static final LocalDate DUE = LocalDate.of(2025, 12, 15);
    private static final LocalDate SENT = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @CsvSource({
        "2017-01-01, 70000, 7000, 21000",
        "2020-09-30, 70000, 7000, 21000",
        "2020-10-01, 70000, 3500, 10500",
        "2025-12-31, 70000, 3500, 10500",
        "2026-01-01, 75000, 3750, 11250"
    })
    void feesFollowTheRateOfTheSendingDay(LocalDate day, long sats, long notice, long demand) {
        assertThat(rates.inkassosatsOre(day)).isEqualTo(sats);
        assertThat(rates.noticeFeeOre(day)).isEqualTo(notice);
        assertThat(rates.demandFeeOre(day)).isEqualTo(demand);
    }

    @ParameterizedTest
    @CsvSource({
        "50000, 18750, 37500",
        "50001, 26250, 52500",
        "100000, 26250, 52500",
        "250000, 30000, 60000",
        "1000000, 60000, 120000",
        "1000001, 120000, 240000",
        "5000000, 120000, 240000",
        "25000000, 270000, 540000",
        "25000001, 540000, 1080000"
    })
    void capsFollowTheSizeOfTheClaim(long claim, long light, long heavy) {
        assertThat(rates.feeCapOre(claim, DUE, SENT, false, false)).isEqualTo(light);
        assertThat(rates.feeCapOre(claim, DUE, SENT, true, false)).isEqualTo(heavy);
        assertThat(rates.feeCapOre(claim, DUE, SENT, false, true))
                .as("half more outside consumer relations")
                .isEqualTo(light * 3 / 2);
    }

    @Test
    void theRateBeforeTheTurnOfTheYearGivesTheOlderCap() {
        assertThat(rates.feeCapOre(1_000_000, DUE, LocalDate.of(2025, 12, 31), false, false))
                .isEqualTo(560_00);
    }

    @Test
    void compensationBetweenBusinesses() {
        assertThat(rates.standardCompensationOre(LocalDate.of(2025, 6, 30))).isEqualTo(470_00);
        assertThat(rates.standardCompensationOre(LocalDate.of(2026, 1, 1))).isEqualTo(460_00);
        assertThatThrownBy(() -> rates.standardCompensationOre(LocalDate.of(2025, 7, 1)))
                .isInstanceOf(UnknownRate.class)
                .hasMessageContaining("rates/standard-compensation.csv");
    }

    @Test
    void whatNobodyHasEnteredIsRefused() {
        assertThatThrownBy(() -> rates.inkassosatsOre(LocalDate.of(2027, 1, 1)))
                .isInstanceOf(UnknownRate.class)
                .hasMessageContaining("rates/inkassosats.csv");
        assertThatThrownBy(() -> rates.noticeFeeOre(LocalDate.of(2016, 12, 31))).isInstanceOf(UnknownRate.class);
        assertThatThrownBy(() -> rates.feeCapOre(1, LocalDate.of(2020, 9, 30), SENT, false, false))
                .as("claims due earlier follow another table")
                .isInstanceOf(UnknownRate.class)
                .hasMessageContaining("rates/fee-caps.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-23, true",
        "2026-12-24, false",
        "2026-12-25, false",
        "2026-12-31, false",
        "2027-01-04, true",
        "2026-05-14, false",
        "2026-05-16, false",
        "2016-12-30, true"
    })
    void banksCloseOnSomeDaysMore(LocalDate day, boolean open) {
        assertThat(rates.isBankDay(day)).isEqualTo(open);
    }

    @Test
    void theActOfToday() {
        assertThat(rates.law(LocalDate.of(2026, 11, 22))).isEqualTo(Law.LAW_1988);
        assertThat(Law.LAW_1988.creditorMayNotify()).isTrue();
        assertThat(Law.LAW_NEW.creditorMayNotify()).isFalse();
        assertThatThrownBy(() -> rates.law(LocalDate.of(1989, 6, 30))).isInstanceOf(UnknownRate.class);
    }
}
