package no.kravbro.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hundreds of claims and payments over four agencies while everything goes wrong: each claim stands at its agency once, each
 * payment in the books once, and what a person had to see to had a cause that fits the trouble. In between the product is
 * stopped in an orderly way in the middle of booking, in the long run also of handing over. Another storm: {@code -Dstorm.seed=7 -Dstorm.claims=1000}.
 */
class StormTest {

    private static final long SEED = Long.getLong("storm.seed", 1);
    private static final boolean LONG = Boolean.getBoolean("test.long");
    private static final int CLAIMS = Integer.getInteger("storm.claims", LONG ? 5_000 : 500);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndNothingDoubled() {
        try (Storm storm = new Storm("storm", SEED, Rates.USUAL, CLAIMS, folder.resolve("routes"))) {
            storm.start();
            if (LONG) {
                storm.stopWhenHandedOver(CLAIMS / 4);
            }
            storm.handOver().stopWhenBooked(CLAIMS / 10).collect(6);
            assertThat(storm.ledger().doubled())
                    .as("in the storm, seed %s", SEED)
                    .isEmpty();
            storm.calm().retry().collect(1, 1).retry();
            List<Finding> verdict = storm.verdict();
            Report.write(storm, verdict);
            assertThat(verdict).as("seed %s", SEED).isEmpty();
        }
    }
}
