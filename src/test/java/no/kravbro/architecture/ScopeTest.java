package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every capability has one row, and each row says where it stands: proven, open, or somebody else's with a reason. */
@Tag("check")
class ScopeTest {

    private static final Pattern ROW = Pattern.compile(
            "^\\| ([A-I]\\d+[bc]?) \\| [^|]+ \\| (done|open|agency|Tripletex) \\| ([^|]+) \\|$", Pattern.MULTILINE);

    /** How many rows each group has. */
    private static final Map<String, Integer> ROWS =
            Map.of("A", 7, "B", 17, "C", 11, "D", 22, "E", 11, "F", 10, "G", 7, "H", 14, "I", 4);

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("src/docs/scope.md")))
                .results()
                .toList();
    }

    @Test
    void everyCapabilityStandsThereOnce() throws IOException {
        Stream<String> all = ROWS.entrySet().stream().flatMap(group -> IntStream.rangeClosed(1, group.getValue())
                .mapToObj(number -> group.getKey() + number));
        assertThat(rows())
                .extracting(row -> row.group(1))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(all, Stream.of("I1b", "I1c")).toList());
    }

    @Test
    void whatIsDoneNamesItsTest() throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.group(2).equals("done"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.group(3)).as(row.group(1)).containsPattern("`\\w+Test(\\.\\w+)?`"));
    }
}
