package no.kravbro.sigkill;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The same on PostgreSQL, which waits for the disk at each commit. */
@Tag("long")
class ChaosPostgresqlTest {

    private static final int KILLS = Integer.getInteger("chaos.kills", 150);

    @Test
    void nothing_is_lost_or_doubled_on_postgresql(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws InterruptedException {
        ChaosTest.survives(folder, "postgres", KILLS);
    }
}
