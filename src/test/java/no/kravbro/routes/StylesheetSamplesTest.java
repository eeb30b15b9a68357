package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.Mappings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;

/**
 * Every stylesheet against its golden samples: {@code routes/<room>/samples/<document>/<case>.in.(json|xml)} mapped by {@code
 * routes/<room>/map/<document>.xslt} is {@code <case>.expected.(json|xml)}.
 */
class StylesheetSamplesTest {

    private static final Path ROUTES = Path.of("routes");

    private final Mappings mappings = new Mappings(ROUTES);

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        return stylesheets().stream().flatMap(stylesheet -> inputs(stylesheet).stream()
                .map(in -> DynamicTest.dynamicTest(ROUTES.relativize(in).toString(), () -> check(stylesheet, in))));
    }

    @Test
    void every_stylesheet_of_a_document_has_two_samples_or_more() throws IOException {
        assertThat(stylesheets()).isNotEmpty();
        for (Path stylesheet : stylesheets()) {
            // One that others import, and that matches no document by itself, is no document.
            boolean library = !Files.readString(stylesheet).contains("match=\"b:")
                    && !Files.readString(stylesheet).contains("match=\"/document\"");
            assertThat(inputs(stylesheet)).as("samples of %s", stylesheet).hasSizeGreaterThanOrEqualTo(library ? 0 : 2);
        }
    }

    private void check(Path stylesheet, Path in) throws IOException {
        String mapped = mappings.apply(ROUTES.relativize(stylesheet).toString(), Files.readString(in));
        String name = in.getFileName().toString().replaceFirst("\\.in\\.(json|xml)$", ".expected.");
        Path json = in.resolveSibling(name + "json");
        if (Files.exists(json)) {
            assertThat(ExactJson.read(mapped)).isEqualTo(ExactJson.read(Files.readString(json)));
        } else {
            Diff difference = DiffBuilder.compare(Files.readString(in.resolveSibling(name + "xml")))
                    .withTest(mapped)
                    .ignoreWhitespace()
                    .build();
            assertThat(difference.hasDifferences())
                    .as(difference + "\n" + mapped)
                    .isFalse();
        }
    }

    private static List<Path> stylesheets() throws IOException {
        try (Stream<Path> all = Files.walk(ROUTES)) {
            return all.filter(file -> file.toString().endsWith(".xslt"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> inputs(Path stylesheet) {
        String document = stylesheet.getFileName().toString().replace(".xslt", "");
        Path samples = stylesheet.getParent().resolveSibling("samples").resolve(document);
        if (!Files.isDirectory(samples)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(samples)) {
            return all.filter(file -> file.toString().matches(".*\\.in\\.(json|xml)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
