package no.kravbro.money;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class VoucherKeyTest {

    @Test
    void namesAgencyAndMoneyEvent() {
        assertThat(VoucherKey.of("autocollect", "44444444-0000-4000-8000-000000000001"))
                .isEqualTo("INK-autocollect-44444444-0000-4000-8000-000000000001");
    }

    @Test
    void seventyCharactersAreKeptWhole() {
        String event = "e".repeat(70 - "INK-bahs-".length());
        assertThat(VoucherKey.of("bahs", event)).isEqualTo("INK-bahs-" + event);
    }

    @Test
    void aLongerOneIsCutAndKeptApartByItsHash() {
        String event = "e".repeat(64);
        String key = VoucherKey.of("autocollect", event + "1");

        // The hash is the start of SHA-256 over INK-autocollect-eee...e1, computed apart.
        assertThat(key).hasSize(70).startsWith("INK-autocollect-eeeee").endsWith("e~b6ae879ed91084c4");
        assertThat(key).isEqualTo(VoucherKey.of("autocollect", event + "1"));
        assertThat(key).isNotEqualTo(VoucherKey.of("autocollect", event + "2"));
    }

    @Property
    void alwaysFits(@ForAll @AlphaChars @StringLength(min = 1, max = 200) String event) {
        assertThat(VoucherKey.of("kk2", event)).hasSizeLessThanOrEqualTo(Voucher.LONGEST_KEY);
    }
}
