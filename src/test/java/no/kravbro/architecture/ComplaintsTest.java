package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each complaint that we say we do better by has a test, and that test exists. */
@Tag("check")
class ComplaintsTest {

    private static final Path TABLE = Path.of("src/docs/complaints.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");

    @Test
    void everyRowNamesTestsThatExist() throws IOException {
        Map<String, String> sources = sources();
        List<String> rows = Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
        assertThat(rows).hasSizeGreaterThan(20);
        for (String row : rows) {
            List<MatchResult> named = NAMED.matcher(row).results().toList();
            assertThat(named).as(row).isNotEmpty();
            named.forEach(test -> assertThat(sources.getOrDefault(test.group(1), ""))
                    .as(test.group())
                    .containsPattern("(?s)@Test(?:(?!\n    }).)*?void " + test.group(2) + "\\("));
        }
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().equals("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ComplaintsTest::text,
                            (one, other) -> one + other));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
