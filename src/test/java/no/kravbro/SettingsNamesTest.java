package no.kravbro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring lets unknown environment variables and system properties pass; we do not. */
class SettingsNamesTest {

    private final SettingsNames names = new SettingsNames();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KRAVBRO_TRIPLETEX_URL",
                "KRAVBRO_TRIPLETEX_CONSUMERTOKENFILE",
                "KRAVBRO_TRIPLETEX_CONSUMER_TOKEN_FILE",
                "KRAVBRO_AGENCIES_AUTOCOLLECT_CLIENT_SECRET_FILE",
                "KRAVBRO_AGENCIES_KK2_TOKENURL",
                "KRAVBRO_CREDITORS_FILE",
                "KRAVBRO_NODE",
                "kravbro_delivery_poll",
                "PATH",
                "KRAVBROSTUFF"
            })
    void knownOrNotOurs(String variable) {
        assertThat(names.unknownVariable(List.of(variable))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KRAVBRO_TRIPLETEX_URLS",
                "KRAVBRO_AGENCIES_AUTOCOLLECT_SECRET",
                "KRAVBRO_AGENCIES_URL",
                "KRAVBRO_X"
            })
    void unknown(String variable) {
        assertThat(names.unknownVariable(List.of("PATH", variable))).contains(variable);
    }

    @Test
    void systemProperties() {
        assertThat(names.unknownProperty(
                        List.of("kravbro.tripletex.page-size", "kravbro.tripletex.pageSize", "java.home")))
                .isEmpty();
        assertThat(names.unknownProperty(List.of("kravbro.agencies.bahs.url", "kravbro.agencies.bahs.uri")))
                .contains("kravbro.agencies.bahs.uri");
    }
}
