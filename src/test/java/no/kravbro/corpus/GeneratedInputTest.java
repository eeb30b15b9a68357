package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.kravbro.agency.SafeXml;
import no.kravbro.agency.file.AgencyFile;
import no.kravbro.agency.file.FileFault;
import no.kravbro.agency.file.FileFormat;
import no.kravbro.agency.file.FileName;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.JsonFault;
import no.kravbro.bundle.MappingException;
import no.kravbro.bundle.Mappings;
import no.kravbro.tripletex.InvoiceReader;
import no.kravbro.tripletex.MalformedAnswer;

/**
 * Spoiled samples and random documents at every parser and mapping: a result, or a refusal of ours in a sentence; never
 * another exception. Some hundred as a rule, a hundred thousand and more in {@code make verify}.
 */
class GeneratedInputTest {

    private static final Path ROUTES = Path.of("routes");
    private static final Mappings MAPPINGS = new Mappings(ROUTES);
    private static final Map<Path, String> SAMPLES = samples();
    private static final FileFormat FORMAT = FileFormat.of(ROUTES, "ecpay");
    private static final Path FILES = Path.of("src/test/resources/contracts/ecpay/examples");
    private static final List<Path> EXAMPLES = examples();
    private static final List<String> SPOILS = List.of(
            "",
            "null",
            "0",
            "-1",
            "1e999999999",
            "0.001",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "[[[[",
            "true",
            "<",
            "</",
            "&",
            "&#0;",
            "]]>",
            "\"",
            ";",
            "\r\n",
            "\0",
            "\u202e",
            "\ud83d",
            "2026-02-30",
            "01019012345",
            ",",
            ":");

    private static Map<Path, String> samples() {
        try (Stream<Path> files = Files.walk(ROUTES)) {
            return files.filter(file -> file.getFileName().toString().contains(".in."))
                    .sorted()
                    .collect(Collectors.toMap(file -> file, GeneratedInputTest::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> examples() {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where in a text, how much of it goes, and what comes instead. */
    record Spoil(int at, int cut, String put) {

        String of(String text) {
            int from = text.isEmpty() ? 0 : Math.floorMod(at, text.length());
            int to = Math.min(text.length(), from + cut);
            return text.substring(0, from) + put + text.substring(to);
        }
    }

    @Provide
    Arbitrary<List<Spoil>> spoils() {
        Arbitrary<Spoil> one = Combinators.combine(
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.oneOf(
                                Arbitraries.of(SPOILS), Arbitraries.strings().ofMaxLength(8)))
                .as(Spoil::new);
        return one.list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Path> samplePaths() {
        return Arbitraries.of(SAMPLES.keySet().stream().sorted().toList());
    }

    @Provide
    Arbitrary<Path> filePaths() {
        return Arbitraries.of(EXAMPLES);
    }

    private static String spoiled(String text, List<Spoil> spoils) {
        String spoiled = text;
        for (Spoil spoil : spoils) {
            spoiled = spoil.of(spoiled);
        }
        return spoiled;
    }

    /** {@code routes/<agency>/samples/<document>/<case>.in.json} is mapped by {@code <agency>/map/<document>}. */
    private static String mapping(Path sample) {
        Path documents = sample.getParent();
        String base = ROUTES.relativize(documents.getParent().getParent()) + "/map/" + documents.getFileName();
        return Files.exists(ROUTES.resolve(base + ".jslt")) ? base + ".jslt" : base + ".xslt";
    }

    @Property
    void mappingsGiveAResultOrRefuse(@ForAll("samplePaths") Path sample, @ForAll("spoils") List<Spoil> spoils) {
        String text = spoiled(SAMPLES.get(sample), spoils);
        try {
            assertThat(MAPPINGS.apply(mapping(sample), text)).isNotNull();
        } catch (MappingException refused) {
            sentence(refused);
        }
    }

    @Property
    void jsonIsReadOrRefused(@ForAll("samplePaths") Path sample, @ForAll("spoils") List<Spoil> spoils) {
        try {
            assertThat(ExactJson.read(spoiled(SAMPLES.get(sample), spoils))).isNotNull();
        } catch (JsonProcessingException refused) {
            assertThat(JsonFault.words(refused)).isNotBlank();
        }
    }

    @Property
    void xmlIsReadOrRefused(@ForAll("samplePaths") Path sample, @ForAll("spoils") List<Spoil> spoils) {
        try {
            assertThat(SafeXml.plain(SafeXml.parse(spoiled(SAMPLES.get(sample), spoils)), null))
                    .isNotNull();
        } catch (IllegalArgumentException refused) {
            sentence(refused);
        }
    }

    @Property
    void invoicesAreReadOrRefused(@ForAll("spoils") List<Spoil> spoils) {
        String page =
                """
                {"values":[{"id":7,"invoiceNumber":1,"invoiceDate":"2025-12-01","invoiceDueDate":"2025-12-15","amount":1.00,
                "amountOutstanding":-0.5,"currency":{"code":"NOK"},"customer":{"id":1,"postalAddress":{"country":{}}},
                "postings":[{"id":71,"date":"2025-12-01","amount":10000.0,"account":{"id":1500},"closeGroup":null}]}]}""";
        try {
            assertThat(InvoiceReader.page(spoiled(page, spoils))).isNotNull();
        } catch (MalformedAnswer refused) {
            sentence(refused);
        }
    }

    @Property
    void filesAreReadOrRefused(@ForAll("filePaths") Path example, @ForAll("spoils") List<Spoil> spoils)
            throws IOException {
        String text = new String(Files.readAllBytes(example), StandardCharsets.ISO_8859_1);
        byte[] bytes = spoiled(text, spoils).getBytes(StandardCharsets.ISO_8859_1);
        FileName name = FileName.parse(example.getFileName().toString()).orElseThrow();
        try {
            assertThat(AgencyFile.read(FORMAT, name, bytes).records()).isNotNull();
        } catch (FileFault refused) {
            sentence(refused);
        }
    }

    @Property
    void randomBytesAreNoFile(@ForAll byte[] bytes, @ForAll String name) {
        FileName.parse(name).ifPresent(parsed -> assertThat(parsed.toString()).isEqualTo(name));
        FileName any = new FileName("EC", "310245674", "STA", 1, LocalDateTime.of(2026, 1, 5, 23, 0));
        try {
            assertThat(AgencyFile.read(FORMAT, any, bytes).records()).isNotNull();
        } catch (FileFault refused) {
            sentence(refused);
        }
    }

    private static void sentence(RuntimeException refused) {
        assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(500).doesNotContain("Exception");
    }
}
