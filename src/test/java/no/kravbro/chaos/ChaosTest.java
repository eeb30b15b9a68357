package no.kravbro.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process is killed in the middle of its work, again and again, and the far sides count each claim and each payment once.
 * Five times on H2 in {@code make test}; {@code make verify} and {@code make chaos} do it for longer, and on PostgreSQL.
 */
class ChaosTest {

    private static final Logger LOG = LoggerFactory.getLogger(ChaosTest.class);
    private static final boolean LONG = Boolean.getBoolean("test.long");
    private static final int KILLS = Integer.getInteger("chaos.kills", LONG ? 300 : 5);
    private static final int KILLS_POSTGRES = 150;
    private static final long SEED = Long.getLong("chaos.seed", 1);
    private static final Path REPORTS = Path.of("target/chaos");

    @TempDir
    private static Path folder;

    private static Installation installation;

    @BeforeAll
    static void install() {
        installation = Training.of(Installation.at(Path.of("target/kravbro")));
    }

    @Test
    void nothing_is_lost_or_doubled_on_h2() throws InterruptedException {
        survives("h2", KILLS);
    }

    @Test
    @Tag("long")
    void nothing_is_lost_or_doubled_on_postgresql() throws InterruptedException {
        survives("postgres", KILLS_POSTGRES);
    }

    private static void survives(String database, int kills) throws InterruptedException {
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
