package no.kravbro.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFinderTest {

    @Test
    void theKeyOfThisMachineIsShownToNoOther(@TempDir Path folder) throws IOException {
        Path local = Files.writeString(folder.resolve("key"), "kravbro_local\n");
        assertThat(KeyFinder.find(null, Map.of(), "http://localhost:8080", local))
                .isEqualTo("kravbro_local");
        assertThat(KeyFinder.find(null, Map.of(), "http://[::1]:8080", local)).isEqualTo("kravbro_local");
        for (String other :
                List.of("https://kravbro.example", "http://localhost.example", "http://127.0.0.1.example")) {
            assertThat(KeyFinder.find(null, Map.of(), other, local)).as(other).isNull();
        }
        assertThat(KeyFinder.find(null, Map.of(), "http://localhost:8080", folder.resolve("none")))
                .isNull();
    }

    @Test
    void whatIsNamedNowGoesBeforeTheEnvironment(@TempDir Path folder) throws IOException {
        Path named = Files.writeString(folder.resolve("named"), "kravbro_named\n");
        Path usual = Files.writeString(folder.resolve("usual"), "kravbro_usual\n");
        Map<String, String> file = Map.of("KRAVBRO_TOKEN_FILE", usual.toString());
        Map<String, String> value = Map.of("KRAVBRO_TOKEN_FILE", usual.toString(), "KRAVBRO_TOKEN", "kravbro_mine\n");
        String url = "https://kravbro.example";
        assertThat(KeyFinder.find(named, value, url, usual)).isEqualTo("kravbro_named");
        assertThat(KeyFinder.find(null, value, url, usual)).isEqualTo("kravbro_mine");
        assertThat(KeyFinder.find(null, file, url, usual)).isEqualTo("kravbro_usual");
    }
}
