package no.kravbro.sandbox.ecpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's example files: each is right by the format, and the agency's own life makes them again, byte for byte. */
class ExamplesTest {

    private static final Map<String, Integer> BEFORE = Map.of("SAK", 40, "KVI", 53, "STA", 0, "BOK", 6, "AVR", 2);

    @TempDir
    private Path root;

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/contracts/ecpay/examples"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesAreRight(String name) {
        byte[] bytes = EcpayGround.example(name);
        EcFile file = EcFile.read(name, bytes);
        assertThat(file.name()).isEqualTo(name);
        assertThat(file.bytes()).isEqualTo(bytes);
    }

    @Test
    void theAgencysLifeMakesTheWorkedSettlement() {
        EcpayGround ground = new EcpayGround(root, "2025-12-30T07:00:00", BEFORE);
        WorkedExample.script(ground.sandbox);
        ground.handOver("EC_310245674_SAK_000041_20251230060000.csv");
        ground.until("2026-01-15T07:00:00");
        ground.until("2026-01-15T09:15:00");
        ground.handOver("EC_310245674_SAK_000042_20260115060000.csv");
        assertThat(receipt(ground, 55))
                .isEqualTo(text("EC_310245674_KVI_000055_20260115091500.csv")
                        .replace("Foretaket er slettet i Enhetsregisteret", "")
                        .replace("SKYLDNER_AVVIK;IDENT", "SKYLDNER_AVVIK;"));
        ground.until("2026-02-02T06:00:00");
        same(ground, "EC_310245674_BOK_000007_20260129230000.csv");
        same(ground, "EC_310245674_AVR_000003_20260202060000.csv");
    }

    private static String receipt(EcpayGround ground, long sequence) {
        return new String(ground.written("kvittering", "KVI", sequence).bytes(), StandardCharsets.ISO_8859_1);
    }

    private static String text(String example) {
        return new String(EcpayGround.example(example), StandardCharsets.ISO_8859_1);
    }

    private static void same(EcpayGround ground, String example) {
        assertThat(ground.sandbox.files(EcpayGround.LOGIN, "ut")).contains(example);
        assertThat(ground.sandbox.bytes(EcpayGround.LOGIN, "ut", example)).isEqualTo(EcpayGround.example(example));
    }
}
