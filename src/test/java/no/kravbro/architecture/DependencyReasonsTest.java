package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the product stands on is what the decision record gives a reason for: nothing more, nothing less. */
@Tag("check")
class DependencyReasonsTest {

    private static final Path RECORD = Path.of("src/docs/decisions/0002-dependencies.md");
    private static final Pattern DEPENDENCIES =
            Pattern.compile("</dependencyManagement>\\s*<dependencies>(.*?)</dependencies>", Pattern.DOTALL);
    private static final Pattern EXCLUSIONS = Pattern.compile("<exclusions>.*?</exclusions>", Pattern.DOTALL);
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(.*?)</artifactId>");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Za-z0-9.-]+) \\| (\\S.*?) \\| .*\\|$");

    @Test
    void everyDependencyHasOneReason() throws IOException {
        List<String> reasons = all(ROW, Files.readString(RECORD)).stream()
                .filter(name -> !name.equals("dependency"))
                .toList();

        assertThat(reasons).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(reasons)).isEqualTo(dependencies());
    }

    private static Set<String> dependencies() throws IOException {
        String direct = all(DEPENDENCIES, Files.readString(Path.of("pom.xml"))).get(0);
        return all(ARTIFACT, EXCLUSIONS.matcher(direct).replaceAll("")).stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
