package no.kravbro.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimKeyTest {

    @Test
    void isCreditorAndInvoice() {
        assertThat(ClaimKey.parse("310245674-2147524143")).isEqualTo(new ClaimKey("310245674", 2_147_524_143L));
        assertThat(new ClaimKey("310245674", 2_147_524_143L)).hasToString("310245674-2147524143");
        assertThat(new ClaimKey("310245674", 0)).hasToString("310245674-0");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "310245674",
                "310245674-",
                "31024567-1",
                "3102456740-1",
                "310245674-x",
                "310245674--1",
                " 310245674-1",
                "310245674-1\n",
                "310245674_1",
                "310245674-12345678901234567890",
                "310245674-9223372036854775808",
                "310245674-007",
                "310245674-\u0661"
            })
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClaimKey.parse(text))
                .withMessage("Not a claim key (organisation number-invoice id): " + text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "31024567", "3102456744", "31024567a"})
    void cannotBeMadeOfAnythingElse(String organizationNumber) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClaimKey(organizationNumber, 1))
                .withMessage("Not an organisation number: " + organizationNumber);
    }

    @Test
    void anInvoiceIdIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClaimKey("310245674", -1))
                .withMessage("Not an invoice id: -1");
    }

    @Property
    void roundTrips(
            @ForAll @NumericChars @StringLength(9) String organizationNumber,
            @ForAll @LongRange(max = Long.MAX_VALUE) long invoiceId) {
        ClaimKey key = new ClaimKey(organizationNumber, invoiceId);
        assertThat(ClaimKey.parse(key.toString())).isEqualTo(key);
    }
}
