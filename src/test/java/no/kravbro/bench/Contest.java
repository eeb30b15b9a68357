package no.kravbro.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One side in a process of its own, so that its processor time, memory and start are its own. Does what is asked of it line by
 * line ({@code claims 1000}, {@code payments 1000}, {@code empty}, {@code contents}) and answers each with a line of JSON.
 */
public final class Contest {

    static final String SIGN = "@";

    private static final double NANOS = 1e6;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Statements statements = new Statements();
    private final Side side;
    private final BenchDatabase database;

    /** Which side, how many threads, the far side's address, whether to count, speed of time, and settings of the database. */
    private Contest(String name, int threads, String farSide, boolean count, int speed, List<String> settings) {
        UnaryOperator<DataSource> around = count ? statements::around : UnaryOperator.identity();
        if (name.equals("product")) {
            ProductSide product = new ProductSide(settings, new CrankedClock(Instant.now(), speed), around);
            side = product;
            database = new BenchDatabase(product.database());
        } else {
            DataSource pool = around.apply(pool(settings));
            database = new BenchDatabase(pool);
            side = name.equals("hand")
                    ? new HandWrittenLoop(farSide, pool, threads)
                    : new PlainRoutes(farSide, pool, threads);
        }
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        Contest contest = new Contest(
                arguments[0],
                Integer.parseInt(arguments[1]),
                arguments[2],
                Boolean.parseBoolean(arguments[3]),
                Integer.parseInt(arguments[4]),
                Arrays.asList(arguments).subList(5, arguments.length));
        long started = System.currentTimeMillis()
                - ManagementFactory.getRuntimeMXBean().getStartTime();
        out.println(SIGN + "{\"startMillis\":" + started + "}");
        contest.serve(out);
    }

    private void serve(PrintStream out) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                out.println(SIGN + json.writeValueAsString(obey(order.split(" "))));
            }
        }
        side.close();
        System.exit(0);
    }

    private Map<String, Object> obey(String[] words) throws IOException {
        return switch (words[0]) {
            case "claims" -> measured(() -> side.claims(Integer.parseInt(words[1])));
            case "payments" -> measured(() -> side.payments(Integer.parseInt(words[1])));
            case "contents" -> Map.of("contents", database.contents());
            case "empty" -> {
                database.empty();
                yield Map.of();
            }
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private Map<String, Object> measured(Runnable work) throws IOException {
        System.gc();
        forgetPeak();
        long statementsBefore = statements.statements();
        long commitsBefore = statements.commits();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("millis", (System.nanoTime() - start) / NANOS);
        told.put("cpuMillis", (SYSTEM.getProcessCpuTime() - cpu) / NANOS);
        told.put("peakMegabytes", peak());
        told.put("statements", statements.statements() - statementsBefore);
        told.put("commits", statements.commits() - commitsBefore);
        statements.told().forEach(System.out::println);
        return told;
    }

    /** Linux starts counting the peak anew; elsewhere it is that of the whole life. */
    private static void forgetPeak() throws IOException {
        Path clear = Path.of("/proc/self/clear_refs");
        if (Files.isWritable(clear)) {
            Files.writeString(clear, "5");
        }
    }

    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    private static DataSource pool(List<String> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(setting ->
                values.put(setting.substring(2, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1)));
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(values.get("spring.datasource.url"));
        pool.setUsername(values.get("spring.datasource.username"));
        pool.setMaximumPoolSize(20);
        Flyway.configure().dataSource(pool).load().migrate();
        creditor(pool);
        return pool;
    }

    static void creditor(DataSource database) {
        JdbcClient.create(database)
                .sql("insert into creditor (id, organization_number, name, agency, state, settings, created_at)"
                        + " values (:id, :number, 'Nordlys Elektro AS', 'autocollect', 'ACTIVE', '{}', :now)"
                        + " on conflict do nothing")
                .param("id", Side.CREDITOR)
                .param("number", Side.ORGANIZATION)
                .param("now", OffsetDateTime.now(ZoneOffset.UTC))
                .update();
    }
}
