package no.kravbro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.api.ApiProblem;
import no.kravbro.deadletter.Cause;
import no.kravbro.deadletter.CloseReason;
import no.kravbro.deadletter.DeadLetter;
import no.kravbro.deadletter.Refused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, none is missing, and none is kept that nobody shows. */
@Tag("check")
class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");

    /** Looked up by an enum's name or a profile's field, so the key does not stand in the source. */
    private static final Set<String> BY_NAME = Set.of("reason", "field");

    private static final List<Path> READERS = List.of(Path.of("src/main/java"), Path.of("src/main/resources"));

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys("nb")).isEqualTo(keys("en"));
    }

    @Test
    void aTextHasTheSameArgumentsInBoth() {
        Properties norwegian = read("nb");
        Properties english = read("en");
        for (String key : keys("nb")) {
            assertThat(arguments(english, key)).as(key).isEqualTo(arguments(norwegian, key));
        }
    }

    /** A later line would silently replace the first. */
    @Test
    void everyKeyStandsOnce() throws IOException {
        for (String language : List.of("nb", "en")) {
            Path file = Path.of("src/main/resources/messages_" + language + ".properties");
            assertThat(Files.readAllLines(file).stream()
                            .filter(line -> line.matches("\\w.*=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void noTextIsEmpty() {
        for (String language : List.of("nb", "en")) {
            assertThat(read(language).values())
                    .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
        }
    }

    @Test
    void everyCodeHasItsTextsAndNoOtherHas() {
        assertThat(keys("nb", "cause.")).isEqualTo(names(Cause.values(), "cause.", ".title", ".next"));
        assertThat(keys("nb", "close.")).isEqualTo(names(CloseReason.values(), "close.", ""));
        assertThat(keys("nb", "closing."))
                .isEqualTo(DeadLetter.ENDS_MORE.stream()
                        .map(what -> "closing." + what)
                        .collect(Collectors.toSet()));
        assertThat(keys("nb", "refused.")).isEqualTo(names(Refused.Code.values(), "refused.", ""));
        assertThat(keys("nb", "problem.")).isEqualTo(names(ApiProblem.Code.values(), "problem.", ""));
    }

    @Test
    void noneIsUnused() throws IOException {
        String sources = sources();
        Set<String> unused = new TreeSet<>();
        for (String key : keys("nb")) {
            String group = key.substring(0, key.indexOf('.'));
            boolean composed = sources.contains("\"" + group + ".\"") || sources.contains("'" + group + ".'");
            if (!BY_NAME.contains(group) && !composed && !sources.contains(key)) {
                unused.add(key);
            }
        }
        assertThat(unused).isEmpty();
    }

    private static Set<String> arguments(Properties texts, String key) {
        return ARGUMENT.matcher(texts.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Enum<?>[] values, String prefix, String... suffixes) {
        Set<String> names = new TreeSet<>();
        for (Enum<?> value : values) {
            for (String suffix : suffixes) {
                names.add(prefix + value.name() + suffix);
            }
        }
        return names;
    }

    private static Set<String> keys(String language, String prefix) {
        Set<String> keys = new TreeSet<>(keys(language));
        keys.removeIf(key -> !key.startsWith(prefix));
        return keys;
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(read(language).stringPropertyNames());
    }

    private static Properties read(String language) {
        Properties texts = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("/messages_" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String sources() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path root : READERS) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(file -> file.toString().matches(".*[.](java|html)"))
                        .toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return String.join("\n", texts);
    }
}
