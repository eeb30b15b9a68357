package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kravbro.Settings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A refused setting sends people to README.md, so every setting must stand there, and no other. */
@Tag("check")
class SettingsInReadmeTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(kravbro\\..+?)` \\|");

    @Test
    void readmeListsEverySetting() throws IOException {
        Set<String> listed = ROW.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());

        assertThat(listed).isEqualTo(keys("kravbro", Settings.class).collect(Collectors.toSet()));
    }

    private static Stream<String> keys(String prefix, Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> keys(prefix, component));
    }

    private static Stream<String> keys(String prefix, RecordComponent component) {
        String key =
                prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
        if (component.getType() == Map.class) {
            return keys(key + ".<id>", Settings.Agency.class);
        }
        return component.getType().isRecord() ? keys(key, component.getType()) : Stream.of(key);
    }
}
