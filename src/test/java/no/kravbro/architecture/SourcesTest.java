package no.kravbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every source file keeps the rules of {@link Sources}, and each rule refuses a specimen. */
@Tag("check")
class SourcesTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    @Test
    void files_are_short() {
        assertThat(complaints(Sources::tooLong, MAIN, TEST)).isEmpty();
        assertThat(Sources.tooLong("x\n".repeat(301))).isPresent();
        assertThat(Sources.tooLong("x\n".repeat(300))).isEmpty();
    }

    @Test
    void methods_are_short() {
        Map<String, String> sources = new TreeMap<>();
        files(MAIN, TEST).forEach(file -> sources.put(file.toString(), read(file)));
        assertThat(Sources.longMethods(sources)).isEmpty();
        String longest = "class A { void a() {\n" + "x();\n".repeat(38) + "} }";
        assertThat(Sources.longMethods(Map.of("A.java", longest))).isEmpty();
        assertThat(Sources.longMethods(Map.of("A.java", longest.replaceFirst("x", "x();\nx"))))
                .hasSize(1);
    }

    @Test
    void money_and_claims_know_no_floating_point() {
        assertThat(complaints(
                        Sources::floatingPoint, MAIN.resolve("no/kravbro/money"), MAIN.resolve("no/kravbro/claim")))
                .isEmpty();
        assertThat(Sources.floatingPoint("    double kroner = 1;")).isPresent();
        assertThat(Sources.floatingPoint("    // a double would be wrong")).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() {
        Set<Path> packages = new TreeSet<>();
        Stream.of(MAIN, TEST)
                .forEach(root -> files(root).forEach(file -> packages.add(root.relativize(file.getParent()))));
        assertThat(packages).isNotEmpty().allSatisfy(folder -> {
            Path inMain = MAIN.resolve(folder).resolve("package-info.java");
            Path info = Files.exists(inMain) ? inMain : TEST.resolve(folder).resolve("package-info.java");
            assertThat(info).exists();
            assertThat(Sources.noSentence(read(info))).isEmpty();
        });
        assertThat(Sources.noSentence("package no.kravbro;")).isPresent();
    }

    @Test
    void nothing_is_left_to_do() {
        assertThat(complaints(Sources::leftOver, MAIN, TEST.resolve("no/kravbro/sandbox")))
                .isEmpty();
        assertThat(Sources.leftOver("// TO" + "DO later")).isPresent();
    }

    private static List<String> complaints(Function<String, Optional<String>> rule, Path... roots) {
        return files(roots)
                .flatMap(file -> rule.apply(read(file)).stream().map(complaint -> file + ": " + complaint))
                .toList();
    }

    private static Stream<Path> files(Path... roots) {
        return Stream.of(roots).flatMap(SourcesTest::walk).filter(file -> file.toString()
                .endsWith(".java"));
    }

    private static Stream<Path> walk(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
