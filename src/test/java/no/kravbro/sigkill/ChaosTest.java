package no.kravbro.sigkill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process is killed in the middle of its work, again and again, and the far sides count each claim and each payment once.
 * Twenty times on H2 in {@code make test}; {@code make verify} and {@code make chaos} do it for longer, and on PostgreSQL.
 */
class ChaosTest {

    private static final Logger LOG = LoggerFactory.getLogger(ChaosTest.class);
    private static final boolean LONG = Boolean.getBoolean("test.long");
    private static final int KILLS = Integer.getInteger("chaos.kills", LONG ? 300 : 20);
    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final Path REPORTS = Path.of("target/chaos");

    @Test
    void nothing_is_lost_or_doubled_on_h2(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws InterruptedException {
        survives(folder, "h2", KILLS);
    }

    static void survives(Path folder, String database, int kills) throws InterruptedException {
        Installation installation = Training.of(Installation.at(REPORTS.resolve("installed-" + database)));
        ByteArrayOutputStream deaths = new ByteArrayOutputStream();
        try (Chaos chaos = new Chaos(folder, installation, database, SEED)) {
            Verdict verdict = chaos.kill(kills, new PrintStream(deaths, true, StandardCharsets.UTF_8))
                    .finish();
            ChaosReport.write(REPORTS, database, chaos, verdict);
            LOG.info("Died at:\n{}", deaths.toString(StandardCharsets.UTF_8));
            assertThat(chaos.kills().count()).isEqualTo(kills);
            assertThat(verdict.found()).as("seed %s", SEED).isEmpty();
            assertThat(verdict.left()).as("seed %s", SEED).isEmpty();
            if (LONG) {
                assertThat(chaos.stops().longest()).isLessThanOrEqualTo(Chaos.LONGEST_STOP);
            }
        }
    }
}
