package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import no.kravbro.api.cli.Cli;
import no.kravbro.routes.Proves;
import no.kravbro.sandbox.SandboxTown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody is served at first. Creditors of all four agencies are connected while it runs, from one file: their invoices are read at
 * once, nothing is sent until both sides have confirmed, then claims go out the same day. After a start anew they are still there.
 */
@Proves("creditors.take-up")
class ConnectFlowTest {

    private static final List<String> ALL = List.of("nordlys", "bergvik", "fjellheim", "skogly", "havbris");

    @TempDir
    private Path folder;

    @Test
    void connectedWhileItRunsAndServedTheSameDay() throws IOException {
        Path nobody = Files.writeString(folder.resolve("nobody.yaml"), "creditors: []\n");
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        String[] settings = {"kravbro.creditors-file=" + nobody};
        try (World world = new World(town, "connect", settings).start()) {
            assertThat(run(world, "creditors", "list")).doesNotContain("nordlys");
            String told = run(world, "connect", "register", "src/test/resources/sandbox/creditors.yaml");
            assertThat(told).contains(ALL).contains("PENDING_CONFIRMATION");
            world.until(
                    "invoices read",
                    () -> world.count("select count(distinct creditor_id) from invoice") == ALL.size()
                            && world.count("select count(*) from schedule where last_run_at is null") == 0);
            assertThat(world.count("select count(*) from delivery")).isZero();
            ALL.forEach(each -> confirmed(world, each));
            ALL.forEach(each -> run(world, "creditors", "scan", each));
            world.until(
                    "claims of each at its agency",
                    () -> world.count("select count(distinct creditor_id) from claim where state = 'ACCEPTED'")
                            == ALL.size());
            world.stop();
            world.start();
            assertThat(run(world, "creditors", "list")).contains(ALL);
            assertThat(run(world, "connect", "show", "havbris")).contains("ACTIVE");
        }
    }

    private static void confirmed(World world, String creditor) {
        assertThat(run(world, "connect", "confirm", creditor, "AGENCY", "--how", "Welcome mail of today"))
                .contains("PENDING_CONFIRMATION");
        assertThat(run(world, "connect", "confirm", creditor, "CREDITOR", "--how", "Signed"))
                .contains("ACTIVE");
    }

    private static String run(World world, String... command) {
        String[] all = Stream.concat(
                        Stream.of(command),
                        Stream.of(
                                "--url=http://localhost:" + world.port(),
                                world.key().option()))
                .toArray(String[]::new);
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out, true);
        assertThat(Cli.run(printer, printer, all)).as(out.toString()).isZero();
        return out.toString();
    }
}
