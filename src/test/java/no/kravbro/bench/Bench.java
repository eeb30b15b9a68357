package no.kravbro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the product beside a hand-written loop and beside plain routes: each in a process of its own, in turn, in one run.
 * First a round of each that is only counted and whose rows are compared, then rounds that are thrown away while the JVMs warm
 * up, then the measured ones. A bout that is already in the folder is not run again. Not a test: nothing fails for being slow.
 */
public final class Bench implements AutoCloseable {

    static final List<String> FLOWS = List.of("claims", "payments");
    private static final int PLAIN_SHARE = 5;
    private static final int COUNTED = 1000;

    private final BenchOptions options;
    private final PrintStream out;
    private final FarSide farSide = new FarSide();
    private EmbeddedPostgres postgres;
    private int databases;

    Bench(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BenchOptions options = BenchOptions.of(System.getProperties());
        try (Bench bench = new Bench(options, System.out)) {
            bench.run();
            bench.quotas();
        }
        System.exit(0);
    }

    List<Figures> run() throws IOException {
        List<Figures> all = new ArrayList<>();
        for (Bout bout : options.bouts()) {
            Path file = options.folder().resolve(bout.name() + ".json");
            Figures figures = Files.exists(file) ? json().readValue(file.toFile(), Figures.class) : fight(bout);
            Files.createDirectories(options.folder());
            json().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
            BenchTable.print(figures, out);
            all.add(figures);
        }
        return all;
    }

    /** With and without the reset header, each on a new process. */
    private void quotas() throws IOException, InterruptedException {
        Path file = options.folder().resolve("quota.json");
        if (options.quotaMinutes() == 0) {
            return;
        }
        List<QuotaRun.Figures> figures = new ArrayList<>();
        for (boolean resetHeader : new boolean[] {true, false}) {
            try (Child product = child(new Bout("h2", 0, 0), "product", false)) {
                figures.add(new QuotaRun(farSide, out).run(product, resetHeader, options.quotaMinutes()));
            }
        }
        json().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }

    private static ObjectMapper json() {
        return new ObjectMapper();
    }

    private Figures fight(Bout bout) throws IOException {
        List<Measured> counted = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String side : options.sides()) {
            try (Child child = child(bout, side, true)) {
                int units = Math.min(COUNTED, bout.units());
                round(child, new Bout(bout.database(), 0, units), side, counted);
                if (!side.equals("plain")) {
                    left.add(child.ask("contents").path("contents").asText());
                }
            }
        }
        if (left.stream().distinct().count() > 1) {
            throw new IllegalStateException("The sides left different rows:\n" + String.join("\n", left));
        }
        return measure(bout, counted);
    }

    private Figures measure(Bout bout, List<Measured> counted) throws IOException {
        Map<String, Child> children = new LinkedHashMap<>();
        try {
            for (String side : options.sides()) {
                children.put(side, child(bout, side, false));
            }
            Map<String, Long> starts = new LinkedHashMap<>();
            children.forEach((side, child) -> starts.put(side, child.startMillis()));
            for (int round = 0; round < options.warmUps(); round++) {
                rounds(bout, children, round, new ArrayList<>());
            }
            List<Measured> runs = new ArrayList<>();
            for (int round = 0; round < options.pairs(); round++) {
                rounds(bout, children, round, runs);
            }
            int processors = Runtime.getRuntime().availableProcessors();
            return new Figures(bout, processors, System.getProperty("java.version"), starts, counted, runs);
        } finally {
            children.values().forEach(Child::close);
        }
    }

    /** Who goes first changes from round to round. */
    private void rounds(Bout bout, Map<String, Child> children, int round, List<Measured> runs) {
        List<String> order = new ArrayList<>(children.keySet());
        java.util.Collections.rotate(order, round);
        for (String side : order) {
            int units = side.equals("plain") ? Math.max(1, bout.units() / PLAIN_SHARE) : bout.units();
            round(children.get(side), new Bout(bout.database(), bout.delayMillis(), units), side, runs);
        }
    }

    private void round(Child child, Bout bout, String side, List<Measured> runs) {
        child.ask("empty");
        farSide.offers(bout.units(), bout.delayMillis());
        for (String flow : FLOWS) {
            long calls = farSide.calls();
            JsonNode told = child.ask(flow + " " + bout.units());
            Measured run = new Measured(
                    side,
                    flow,
                    bout.units(),
                    told.path("millis").asDouble(),
                    told.path("cpuMillis").asDouble(),
                    told.path("peakMegabytes").asLong(),
                    farSide.calls() - calls,
                    told.path("statements").asLong(),
                    told.path("commits").asLong());
            out.println(run.text());
            runs.add(run);
        }
    }

    private Child child(Bout bout, String side, boolean count) throws IOException {
        farSide.offers(0, 0);
        String address = "http://localhost:" + farSide.port();
        List<String> arguments = new ArrayList<>(
                List.of(side, Integer.toString(options.threads()), address, Boolean.toString(count), "1"));
        arguments.addAll(ProductSettings.of(address, options.folder()));
        arguments.addAll(database(bout.database()));
        return new Child(options.folder(), bout.name() + "-" + side + (count ? "-counted" : ""), arguments);
    }

    private List<String> database(String kind) throws IOException {
        String name = "bench" + ProcessHandle.current().pid() + "x" + databases++;
        if (kind.equals("h2")) {
            String file = options.folder()
                    .resolve("h2")
                    .resolve(name)
                    .toAbsolutePath()
                    .toString();
            return List.of(
                    "--spring.datasource.url=jdbc:h2:file:" + file + ";" + no.kravbro.fakes.TestDatabases.H2_OPTIONS
                            + ";DB_CLOSE_ON_EXIT=FALSE",
                    "--spring.datasource.username=sa");
        }
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start();
        }
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }
        return List.of(
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", name),
                "--spring.datasource.username=postgres");
    }

    @Override
    public void close() throws IOException {
        farSide.close();
        if (postgres != null) {
            postgres.close();
        }
    }
}
