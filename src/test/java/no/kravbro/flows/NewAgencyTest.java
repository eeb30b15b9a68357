package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kravbro.bundle.JavaRoute;
import no.kravbro.bundle.RouteLint;
import no.kravbro.sandbox.NewAgency;
import no.kravbro.sandbox.Newcomer;
import no.kravbro.sandbox.SandboxTown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** One more agency takes claims and brings money without a line of Java, over each kind of wire. */
class NewAgencyTest {

    private static final String SANDBOX = "src/test/resources/sandbox";

    private static final int WEEKS = 7;

    @TempDir
    private Path project;

    @BeforeEach
    void copy() throws IOException {
        for (String folder : List.of("routes", SANDBOX, "src/docs")) {
            FileSystemUtils.copyRecursively(Path.of(folder), project.resolve(folder));
        }
        String settings = "src/test/resources/application-sandbox.yaml";
        Files.copy(Path.of(settings), project.resolve(settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest", "soap", "sftp"})
    void aFifthAgencyWorksAtOnce(String wire) throws IOException {
        assertThat(make("acme", wire)).isZero();
        assertThat(new RouteLint(JavaRoute.all()).check(project.resolve("routes")))
                .isEmpty();
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null, Newcomer.read(project.resolve(Newcomer.FILE)));
        try (World world = new World(
                        town,
                        "fifth-" + wire,
                        "kravbro.routes.dir=" + project.resolve("routes"),
                        "kravbro.creditors-file=" + onlyTheNewOne(),
                        "spring.config.import=file:" + project.resolve("src/test/resources/application-sandbox.yaml"))
                .start()) {
            world.untilWithoutPauses(
                    "claims accepted", () -> world.count("select count(*) from claim where state = 'ACCEPTED'") > 3);
            // Until the first debtors have paid and the agency has settled.
            world.days(WEEKS * 7);
            world.untilWithoutPauses("money booked", () -> booked(world) > 0);
            assertThat(world.count("select count(*) from dead_letter")).isZero();
        }
    }

    @Test
    void whatCannotBeANameIsRefusedInOneSentence() {
        assertThat(make("Acme AS", "rest")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(make("acme", "fax")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(make("autocollect", "rest")).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(project.resolve("routes/acme")).doesNotExist();
    }

    private int make(String name, String wire) {
        return new CommandLine(new NewAgency())
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute("--name", name, "--wire", wire, "--project", project.toString());
    }

    private static long booked(World world) {
        return world.count("select count(*) from booking where state = 'MATCHED'");
    }

    /** Its token lies in the copy of the project. */
    private Path onlyTheNewOne() throws IOException {
        Matcher block = Pattern.compile("(?m)^  - id: acme-kunde\\R(?:    .*\\R?)*")
                .matcher(Files.readString(project.resolve(SANDBOX).resolve("creditors.yaml")));
        assertThat(block.find()).isTrue();
        String text = block.group().replace(SANDBOX, project.resolve(SANDBOX).toString());
        return Files.writeString(project.resolve("creditors.yaml"), "creditors:\n" + text);
    }
}
