package no.kravbro.creditor;

import static org.assertj.core.api.Assertions.assertThat;

import no.bekk.bekkopen.banking.KidnummerValidator;
import no.bekk.bekkopen.banking.KontonummerValidator;
import no.bekk.bekkopen.org.OrganisasjonsnummerValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RULES 3.8 hold with the library that our rules about numbers stand on. */
class IdentifiersTest {

    /** Base, its check digit by tens, and the one by elevens; every other digit is wrong. */
    @ParameterizedTest
    @CsvSource({"1000230001, 9, 5", "12345678, 2, 5"})
    void kid(String base, String tens, String elevens) {
        for (String check : "0123456789-".split("")) {
            assertThat(KidnummerValidator.isValid(base + check))
                    .as(base + check)
                    .isEqualTo(check.equals(elevens) || check.equals(tens));
        }
    }

    /** Where elevens leave ten there is no digit for it. */
    @Test
    void kidThatEndsInAHyphen() {
        assertThat(KidnummerValidator.isValid("10003-")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"923609016, true", "923609015, false", "923609061, false", "92360901, false"})
    void organisationNumber(String number, boolean valid) {
        assertThat(OrganisasjonsnummerValidator.isValid(number)).isEqualTo(valid);
    }

    /** Weights 5, 4, 3, 2, 7, 6, 5, 4, 3, 2. */
    @ParameterizedTest
    @CsvSource({"12345678903, true", "12345678904, false", "1234567890, false"})
    void accountNumber(String number, boolean valid) {
        assertThat(KontonummerValidator.isValid(number)).isEqualTo(valid);
    }
}
