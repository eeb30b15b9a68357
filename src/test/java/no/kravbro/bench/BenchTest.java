package no.kravbro.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import no.kravbro.fakes.TestDatabases;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench compares like with like; how fast it is here is nobody's business. */
class BenchTest {

    @TempDir
    Path folder;

    @Test
    void yardstickMakesItsCallsAndLeavesItsRows() {
        Statements statements = new Statements();
        var database = TestDatabases.H2.open().dataSource();
        Contest.creditor(database);
        try (FarSide farSide = new FarSide();
                Side side = new HandWrittenLoop("http://localhost:" + farSide.port(), statements.around(database), 2)) {
            farSide.offers(250, 0);
            side.claims(250);
            assertThat(farSide.calls()).isEqualTo(1 + 3 * 3);
            side.payments(250);
            assertThat(farSide.calls()).isEqualTo(10 + 3 + 3 * 250);
        }
        assertThat(new BenchDatabase(database).contents())
                .contains("claim ACCEPTED RECEIVED 250 28118750 28118750")
                .contains("delivery BOOK_VOUCHER DONE 250", "delivery CLOSE_POSTINGS DONE 250", "booking MATCHED 250")
                .contains("remittance COMPLETE 3");
        assertThat(statements.commits()).isEqualTo(1 + 3 * 3 + 3 * 3);
    }

    @Test
    void tableTellsRatiosOfPairs() throws IOException {
        Bout bout = new Bout("h2", 0, 100);
        Figures figures =
                new Figures(bout, 2, "17", java.util.Map.of("product", 5000L), List.of(run("product", 0)), runs());
        ObjectMapper json = new ObjectMapper();
        ByteArrayOutputStream table = new ByteArrayOutputStream();

        BenchTable.print(
                json.readValue(json.writeValueAsString(figures), Figures.class),
                new PrintStream(table, true, StandardCharsets.UTF_8));

        assertThat(table.toString(StandardCharsets.UTF_8))
                .contains("product / hand   rate 0.50 (0.25-0.50), CPU per unit 2.00 (2.00-4.00)");
    }

    private static List<Measured> runs() {
        return List.of(
                run("product", 200), run("hand", 100),
                run("product", 400), run("hand", 100),
                run("product", 200), run("hand", 100));
    }

    private static Measured run(String side, double millis) {
        return new Measured(side, "claims", 100, millis, millis, 100, 10, 10, 1);
    }

    @Test
    @Tag("long")
    void productLeavesTheSameRowsWithFewCommits() throws IOException {
        Properties options = new Properties();
        options.setProperty("bench.folder", folder.toString());
        options.setProperty("bench.units", "1000");
        options.setProperty("bench.databases", "h2");
        options.setProperty("bench.delays", "0");
        options.setProperty("bench.pairs", "1");
        options.setProperty("bench.warm-ups", "0");
        options.setProperty("bench.sides", "product,hand");
        try (Bench bench = new Bench(BenchOptions.of(options), new PrintStream(new ByteArrayOutputStream()))) {
            Measured product = bench.run().get(0).counted().get(0);
            assertThat((double) product.commits() / product.units()).isLessThanOrEqualTo(0.05);
        }
    }
}
