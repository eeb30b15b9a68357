package no.kravbro.bundle;

import static no.kravbro.bundle.Specimen.FAILURE;
import static no.kravbro.bundle.Specimen.MAPPING;
import static no.kravbro.bundle.Specimen.ROUTER;
import static no.kravbro.bundle.Specimen.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A directory in order passes; for every rule one spoiled file is refused, at its line. */
class RouteLintTest {

    @TempDir
    private Path directory;

    @Test
    void a_directory_in_order_passes() {
        new Specimen(directory);
        assertThat(check()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({
        "no.kravbro.bundle.SpoiledFiles#all",
        "no.kravbro.bundle.SpoiledReach#all",
        "no.kravbro.bundle.SpoiledByMalice#all",
        "no.kravbro.bundle.SpoiledSettings#all",
        "no.kravbro.bundle.SpoiledSettings#formats"
    })
    void a_spoiled_file_is_refused(Spoiled spoiled) {
        new Specimen(directory).write(spoiled.file(), spoiled.text());
        assertThat(check()).extracting(Problem::toString).anyMatch(problem -> problem.startsWith(spoiled.problem()));
    }

    /** By its name, computed at run time: no file shows that it is called. */
    @Test
    void a_route_that_only_java_calls_is_missed() {
        new Specimen(directory).delete(SpoiledFiles.ROUTER_FILE);
        assertThat(check())
                .extracting(Problem::toString)
                .contains(SpoiledFiles.ROUTER_FILE
                        + ": port: nothing consumes direct:claim.submit, which delivery.dispatch calls");
    }

    @Test
    void operators_on_other_things_are_no_arithmetic() {
        assertThat(AmountArithmetic.linesOf(
                        MAPPING + "{\"n\": size(.lines) + 1, \"payOre\": .payOre, * - id : .}\n// .aOre + 1"))
                .isEmpty();
    }

    @Test
    void the_command_line_prints_problems_and_fails() {
        Specimen specimen = new Specimen(directory);
        specimen.write("shared/failure.camel.yaml", FAILURE.replace("direct:dead-letter.bury", "mock:x"));
        specimen.write(SpoiledFiles.ROUTER_FILE, ROUTER.replace("by: delivery.dispatch", "by: nobody"));
        assertThat(printed()).isEqualTo("0 " + directory + " is in order");
        specimen.write(SpoiledFiles.SEND_FILE, SEND.replace("CamelHttp*", "X*"));
        assertThat(printed()).startsWith("1 ago/send.camel.yaml:15: headers: ");
    }

    private String printed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Check.run(directory, List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8).strip();
    }

    private List<Problem> check() {
        return new RouteLint(Specimen.JAVA).check(directory);
    }
}
