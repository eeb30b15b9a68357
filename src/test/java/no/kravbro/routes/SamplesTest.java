package no.kravbro.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.bundle.ExactJson;
import no.kravbro.bundle.Mappings;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every mapping against its golden samples: {@code routes/<room>/samples/<document>/<case>.in.json} mapped by
 * {@code routes/<room>/map/<document>.jslt} is {@code <case>.expected.json}, to the last decimal. Stylesheets have a test of
 * their own.
 */
class SamplesTest {

    private static final Path ROUTES = Path.of("routes");
    private static final String IN = ".in.json";

    private final Mappings mappings = new Mappings(ROUTES);

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        return files(IN).stream()
                .filter(in -> Files.exists(mapping(in)))
                .map(in -> DynamicTest.dynamicTest(ROUTES.relativize(in).toString(), () -> check(in)));
    }

    @Test
    void every_mapping_of_a_document_has_two_samples_or_more() throws IOException {
        for (Path map : files(".jslt")) {
            Path samples = samples(map);
            // A library of functions is no document.
            if (Files.readString(map).contains("\n{") || Files.isDirectory(samples)) {
                assertThat(samples).isDirectory();
                assertThat(list(samples, IN)).as("samples of %s", map).hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void every_expectation_has_its_input() throws IOException {
        for (Path expected : files(".expected.json")) {
            String sample = expected.toString().replace(".expected.json", "");
            assertThat(List.of(Path.of(sample + IN), Path.of(sample + ".in.xml")))
                    .as(sample)
                    .anyMatch(Files::exists);
        }
    }

    private void check(Path in) throws IOException {
        String mapping = ROUTES.relativize(mapping(in)).toString();
        JsonNode mapped = mappings.apply(mapping, ExactJson.read(Files.readString(in)));
        JsonNode expected =
                ExactJson.read(Files.readString(Path.of(in.toString().replace(IN, ".expected.json"))));
        // Through text once: a whole number in a tree may be an int or a long, on the wire there is no difference.
        assertThat(ExactJson.read(ExactJson.write(mapped))).isEqualTo(expected);
    }

    private static Path mapping(Path in) {
        return in.getParent()
                .getParent()
                .resolveSibling("map")
                .resolve(in.getParent().getFileName() + ".jslt");
    }

    private static Path samples(Path map) {
        String document = map.getFileName().toString().replace(".jslt", "");
        return map.getParent().getParent().resolve("samples").resolve(document);
    }

    private static List<Path> files(String end) throws IOException {
        return list(ROUTES, end);
    }

    private static List<Path> list(Path below, String end) throws IOException {
        try (Stream<Path> all = Files.walk(below)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
