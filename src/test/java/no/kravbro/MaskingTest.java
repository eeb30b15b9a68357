package no.kravbro;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No number that can be a person's leaves; what only looks long stays readable. */
class MaskingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01019012345", // a day and a month
                "41019012345", // D-number
                "01419012345", // synthetic, month + 40
                "01819012345", // synthetic, month + 80
                "01669012345", // synthetic, month + 65
                "010190 12345",
                "010190-12345",
                "010190.12345"
            })
    void hides(String number) {
        assertThat(Masking.mask("Birth number " + number + " is unknown"))
                .isEqualTo("Birth number " + Masking.MASK + " is unknown");
        assertThat(Masking.mask("x" + number)).isEqualTo("x" + Masking.MASK);
        assertThat(Masking.mask("384475e4-f9bf-45c8-b7bb-" + number))
                .isEqualTo("384475e4-f9bf-45c8-b7bb-" + Masking.MASK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "310245674-2147524143", // our claim key
                "310245674", // organization number
                "99019012345", // no such day
                "01139012345", // no such month
                "32019012345", // no such day
                "00019012345",
                "010190123456", // longer
                "5000014",
                "0c9d7f52-6a57-4f0e-8a0f-6f2d5f4b1a01",
                "384475e4-f9bf-45c8-b7bb-01019012345d", // the id of a message
                "384475E4-F9BF-45C8-B7BB-A01019012345"
            })
    void leaves(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @Test
    void everyOneInAText() {
        assertThat(Masking.mask("01019012345, 02029012345 and $1"))
                .isEqualTo(Masking.MASK + ", " + Masking.MASK + " and $1");
        assertThat(Masking.mask(null)).isNull();
    }

    @Property
    void neverLetsADateThrough(
            @ForAll @IntRange(min = 1, max = 31) int day,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(max = 9_999_999) int rest) {
        String number = "%02d%02d%07d".formatted(day, month, rest);
        assertThat(Masking.mask("(" + number + ")")).isEqualTo("(" + Masking.MASK + ")");
    }
}
