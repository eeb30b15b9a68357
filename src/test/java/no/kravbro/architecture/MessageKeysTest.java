package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is said in one language is said in the other, with the same arguments. */
@Tag("check")
class MessageKeysTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        Map<String, Set<String>> norwegian = argumentsByKey("messages_nb.properties");

        assertThat(norwegian).isNotEmpty().isEqualTo(argumentsByKey("messages_en.properties"));
    }

    @Test
    void everyKeyStandsOnce() throws IOException {
        for (String file : Set.of("messages_nb.properties", "messages_en.properties")) {
            assertThat(Files.readAllLines(RESOURCES.resolve(file)).stream()
                            .filter(line -> line.matches("[A-Za-z].*=.*"))
                            .map(line -> line.substring(0, line.indexOf('=')).strip()))
                    .doesNotHaveDuplicates();
        }
    }

    private static Map<String, Set<String>> argumentsByKey(String file) throws IOException {
        Properties messages = new Properties();
        try (Reader text = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            messages.load(text);
        }
        Map<String, Set<String>> arguments = new TreeMap<>();
        for (String key : messages.stringPropertyNames()) {
            arguments.put(key, arguments(messages.getProperty(key)));
        }
        return arguments;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
