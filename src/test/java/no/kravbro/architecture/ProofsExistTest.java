package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A promise names tests that exist, and methods that they have or inherit. */
@Tag("check")
class ProofsExistTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern PARENT = Pattern.compile("class \\w+ (?:extends|implements) (\\w+)");

    /** Text of every test source by the name of its class. */
    private static Map<String, String> sources;

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            ProofsExistTest::name, ProofsExistTest::text, (one, other) -> one + other));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reliability", "vectors"})
    void everyTestNamedAsProofExists(String page) throws IOException {
        assertThat(NAMED.matcher(Files.readString(Path.of("src/docs", page + ".md")))
                        .results())
                .isNotEmpty()
                .allSatisfy((MatchResult named) -> assertThat(has(named.group(1), named.group(2)))
                        .as(named.group())
                        .isTrue());
    }

    private static boolean has(String test, String method) {
        String source = sources.get(test);
        if (source == null || method == null) {
            return source != null;
        }
        return source.contains("void " + method + "(")
                || PARENT.matcher(source).results().anyMatch(parent -> has(parent.group(1), method));
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
