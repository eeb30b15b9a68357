package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private static final Pattern PARENT =
            Pattern.compile("(?:class|interface) \\w+[^{]*?(?:extends|implements)([^{]*)\\{");

    private static final Pattern TYPE = Pattern.compile("[A-Z]\\w+");

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
    @ValueSource(strings = {"reliability", "scope", "vectors", "complaints-about-integrations"})
    void everyTestNamedAsProofExists(String page) throws IOException {
        List<MatchResult> named = NAMED.matcher(Files.readString(Path.of("src/docs", page + ".md")))
                .results()
                .toList();
        assertThat(named).isNotEmpty();
        assertThat(named.stream().filter(each -> !has(each.group(1), each.group(2))))
                .extracting(MatchResult::group)
                .isEmpty();
    }

    private static boolean has(String test, String method) {
        String source = sources.get(test);
        if (source == null || method == null) {
            return source != null;
        }
        return source.contains("void " + method + "(")
                || PARENT.matcher(source)
                        .results()
                        .flatMap(parents -> TYPE.matcher(parents.group(1)).results())
                        .anyMatch(parent -> has(parent.group(), method));
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
