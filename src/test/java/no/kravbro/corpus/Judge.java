package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What holds for every bad input: the words are right, and nothing is told that must not be. */
final class Judge {

    /** Identity numbers in the corpus, however they are written. */
    private static final Pattern PERSON = Pattern.compile("(?<![0-9])(0101|4101|0181)90[ .-]?12345(?![0-9])");

    private static final Pattern TRACE =
            Pattern.compile("\\bat (?:no\\.kravbro|java|org|com)\\.|[a-z]\\.[A-Z][A-Za-z]+(?:Exception|Error)\\b");

    private static final int SHORTEST_SECRET = 10;

    private final List<String> secrets;

    Judge() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/sandbox/secrets"))) {
            secrets = files.filter(file -> !file.toString().endsWith(".pub"))
                    .flatMap(Judge::lines)
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_SECRET && !line.startsWith("-----"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param said what was said about it, {@code log} what was printed meanwhile */
    void judge(Case input, String said, String log) {
        assertThat(input.side().words()).as("expected words").isNotEmpty();
        assertThat(said).as("what was said").contains(input.side().words());
        assertThat(TRACE.matcher(said).find()).as("a stack trace in: " + said).isFalse();
        for (String told : List.of(said, log)) {
            assertThat(PERSON.matcher(told).find())
                    .as("an identity number in: " + told)
                    .isFalse();
            secrets.forEach(secret -> assertThat(told).doesNotContain(secret));
        }
    }
}
