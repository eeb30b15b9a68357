package no.kravbro.agency.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file has exactly one right form: the contract's examples in it are read and written again byte for byte. */
class AgencyFileTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/contracts/ecpay/examples");
    private static final FileFormat FORMAT = FileFormat.of(Path.of("routes"), "ecpay");
    private static final FileName NAME =
            new FileName("EC", "310245674", "STA", 16, LocalDateTime.parse("2026-01-16T23:00:00"));

    static Stream<Path> theirs() throws IOException {
        return examples("KVI|STA|BOK|AVR");
    }

    static Stream<Path> ours() throws IOException {
        return examples("SAK|INB");
    }

    private static Stream<Path> examples(String kinds) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("EC_[0-9]+_(" + kinds + ")_.*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("theirs")
    void readsTheirs(Path example) throws IOException {
        FileName name = FileName.parse(example.getFileName().toString()).orElseThrow();
        assertThat(name).hasToString(example.getFileName().toString());
        AgencyFile file = AgencyFile.read(FORMAT, name, Files.readAllBytes(example));
        assertThat(file.records()).isNotEmpty().allSatisfy(record -> assertThat(record)
                .containsKeys(AgencyFile.KIND, AgencyFile.LINE));
        assertThat(file.records().get(0)).containsEntry(AgencyFile.LINE, "2");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void writesOurs(Path example) throws IOException {
        byte[] bytes = Files.readAllBytes(example);
        FileName name = FileName.parse(example.getFileName().toString()).orElseThrow();
        FileFormat turned =
                new FileFormat(FORMAT.prefix(), FORMAT.version(), FORMAT.them(), FORMAT.us(), FORMAT.records());
        List<String> lines = AgencyFile.read(turned, name, bytes).records().stream()
                .map(AgencyFileTest::line)
                .toList();
        assertThat(AgencyFile.bytes(FORMAT, name, lines)).isEqualTo(bytes);
    }

    private static String line(Map<String, String> record) {
        Map<String, String> values = new HashMap<>(record);
        String kind = values.remove(AgencyFile.KIND);
        values.remove(AgencyFile.LINE);
        return FileLine.of(FORMAT, kind, values);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Kari – Prøve’s|Kari - Prøve's",
                "Łukasz Škoda 5 €|Lukasz Skoda 5 EUR",
                "to<TAB>linjer<CR><LF>her|to linjer  her",
                "a;b|<Q>a;b<Q>",
                "sa <Q>det<Q>|<Q>sa <Q><Q>det<Q><Q><Q>",
                "#1|#1",
                "Åse Ærø|Åse Ærø"
            },
            delimiter = '|')
    void valuesAreTransliteratedAndQuotedOnlyWhereNeeded(String text, String written) {
        assertThat(FileLine.of(FORMAT, "SAK", Map.of("NAVN", real(text)))).contains(";" + real(written) + ";");
    }

    private static String real(String text) {
        return text.replace("<TAB>", "\t")
                .replace("<CR>", "\r")
                .replace("<LF>", "\n")
                .replace("<Q>", "\"");
    }

    @Test
    void spacesAtTheEndsAreKeptInQuotesAndLongTextIsCut() {
        assertThat(FileLine.of(FORMAT, "SAK", Map.of("NAVN", " a "))).contains(";\" a \";");
        assertThat(FileLine.of(FORMAT, "SAK", Map.of("NAVN", "x".repeat(101)))).contains(";" + "x".repeat(100) + ";");
        assertThat(FileLine.of(FORMAT, "SAK", Map.of("MERKNAD", "x".repeat(500))))
                .endsWith("x".repeat(500) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田", "Иван", "a😀"})
    void whatHasNoLikenessIsRefused(String name) {
        assertThatThrownBy(() -> FileLine.of(FORMAT, "SAK", Map.of("NAVN", name)))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("NAVN")
                .hasMessageNotContaining(name);
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll @CharRange(from = ' ', to = 'ÿ') @StringLength(max = 60) String text,
            @ForAll @CharRange(from = 'A', to = 'ž') @StringLength(max = 20) String more) {
        String line = FileLine.of(FORMAT, "STA", Map.of("FAKTURANR", text, "NESTESTEG", more, "SALDO", "1,00"));
        FileFormat same = new FileFormat("EC", "1", "X", "X", FORMAT.records());
        byte[] bytes = AgencyFile.bytes(same, NAME, List.of(line));
        // Letters that happen to be right UTF-8 as well are refused on purpose.
        Assume.that(!new String(bytes, StandardCharsets.UTF_8)
                .matches("(?s)[^\\x{FFFD}]*[^\\x00-\\x7F\\x{FFFD}][^\\x{FFFD}]*"));
        Map<String, String> read = AgencyFile.read(same, NAME, bytes).records().get(0);
        assertThat(line(read)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "TRL;16;3;13156,51|TRL;16;3;13156,52|control sum",
                "TRL;16;3;|TRL;16;2;|control sum",
                "10706,37|10706,3|amount",
                "13156,51|-0,00|control sum",
                "HDR;STA;1;310245674;ECPAY|HDR;STA;1;310245674;ECPAI|first line",
                "AVSLUTTET;|AVSLUTTET|columns",
                ";INKASSO;|;<Q>INKASSO<Q>;|quoted",
                "STA;310245674;2147524143|BOK;310245674;2147524143|does not belong"
            },
            delimiter = '|')
    void aWrongFileIsRefusedAsAWhole(String right, String wrong, String complaint) throws IOException {
        String text = Files.readString(EXAMPLES.resolve(NAME.toString()), StandardCharsets.ISO_8859_1);
        String spoiled = text.replace(right, real(wrong));
        assertThat(spoiled).isNotEqualTo(text);
        assertThatThrownBy(() -> read(spoiled.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void wrongBytesAreRefused() throws IOException {
        byte[] right = Files.readAllBytes(EXAMPLES.resolve(NAME.toString()));
        String text = new String(right, StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> read(text.replace("Ringe", "Fåø").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> read(text.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("do not end");
        assertThatThrownBy(() -> read(text.substring(0, 60).getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(FileFault.class);
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(FileFault.class);
    }

    private static void read(byte[] bytes) {
        AgencyFile.read(FORMAT, NAME, bytes);
    }
}
