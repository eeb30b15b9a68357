package no.kravbro.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench compares like with like; how fast it is here is nobody's business. */
class BenchTest {

    @TempDir
    Path folder;

    @Test
    void contendersMakeTheSameCallsAndLeaveTheSameRows() throws IOException {
        ByteArrayOutputStream table = new ByteArrayOutputStream();

        Report report = new Bench(folder, 1200, 0, 1).run(new PrintStream(table, true, StandardCharsets.UTF_8));

        Counts product = report.counts().get(0);
        Counts yardstick = report.counts().get(1);
        assertThat(product.contents()).startsWith("1200 rows, ").isEqualTo(yardstick.contents());
        assertThat(product.httpCalls()).isEqualTo(2).isEqualTo(yardstick.httpCalls());
        assertThat(product.commits()).isEqualTo(2).isEqualTo(yardstick.commits());
        assertThat(product.statements()).isEqualTo(yardstick.statements());
        assertThat(report.runs()).hasSize(2).allSatisfy(run -> assertThat(run.millis())
                .isPositive());
        assertThat(table.toString(StandardCharsets.UTF_8)).contains("product rooms", "hand-written loop");
        assertThat(folder.resolve("scan-and-decide.json")).isNotEmptyFile();
    }
}
