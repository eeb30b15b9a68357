package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NorwegianFormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0;0,00",
                "5;0,05",
                "-5;\u22120,05",
                "99999;999,99",
                "100000;1\u00a0000,00",
                "1250000;12\u00a0500,00",
                "-12345678;\u2212123\u00a0456,78",
                "123456789012;1\u00a0234\u00a0567\u00a0890,12",
                "-9223372036854775808;\u221292\u00a0233\u00a0720\u00a0368\u00a0547\u00a0758,08"
            })
    void groupsThousandsWithNoBreakSpaceAndSetsADecimalComma(long ore, String text) {
        assertThat(NorwegianFormat.amount(ore)).isEqualTo(text);
    }

    @Test
    void theUnitDoesNotBreakFromTheAmount() {
        assertThat(NorwegianFormat.kroner(1_250_000)).isEqualTo("12\u00a0500,00\u00a0kr");
    }

    @Test
    void aDayIsDayMonthYear() {
        assertThat(NorwegianFormat.day(LocalDate.of(2026, 11, 21))).isEqualTo("21.11.2026");
        assertThat(NorwegianFormat.day(LocalDate.of(2026, 3, 5))).isEqualTo("05.03.2026");
    }

    @Property
    void nothingOfTheAmountIsLost(@ForAll long ore) {
        String plain = NorwegianFormat.amount(ore)
                .replace("\u00a0", "")
                .replace(',', '.')
                .replace('\u2212', '-');
        assertThat(Money.ore(new BigDecimal(plain))).isEqualTo(ore);
    }

    @Property
    void everyGroupHasThreeDigitsButTheFirst(@ForAll long ore) {
        assertThat(NorwegianFormat.amount(ore)).matches("\u2212?\\d{1,3}(\u00a0\\d{3})*,\\d{2}");
    }
}
