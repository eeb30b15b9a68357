package no.kravbro.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nightly sync costs at most three calls a creditor when nothing has changed. */
@Tag("long")
class NightTest {

    @TempDir
    Path folder;

    @Test
    void aNightWithoutChangesCostsThreeCallsACreditor() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        new NightBench(10, 20, new PrintStream(told, true, StandardCharsets.UTF_8)).run(folder);

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("nothing changed: 10 creditors with 20 claims, 3.000 calls");
    }
}
