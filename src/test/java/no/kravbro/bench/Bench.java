package no.kravbro.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures contenders in alternated pairs on one machine in one run: first a run each that is only counted and whose rows
 * are compared, then runs that are thrown away while the JVM warms up, then the measured pairs. Not a test: nothing fails
 * for being slow.
 */
public final class Bench {

    private static final int WARM_UPS = 2;
    private static final int PAIRS = 7;
    private static final int INVOICES = 10_000;
    private static final double NANOS = 1e6;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Clock clock = Clock.fixed(Instant.parse("2026-02-02T05:00:00Z"), ZoneId.of("Europe/Oslo"));
    private final List<Contender> contenders = List.of(new ProductRooms(clock), new HandWrittenLoop(clock));
    private final Path folder;
    private final int invoices;
    private final int warmUps;
    private final int pairs;

    Bench(Path folder, int invoices, int warmUps, int pairs) {
        this.folder = folder;
        this.invoices = invoices;
        this.warmUps = warmUps;
        this.pairs = pairs;
    }

    /** @param arguments folder of the results; optionally number of invoices and of pairs */
    public static void main(String[] arguments) throws IOException {
        int invoices = arguments.length > 1 ? Integer.parseInt(arguments[1]) : INVOICES;
        int pairs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : PAIRS;
        new Bench(Path.of(arguments[0]), invoices, WARM_UPS, pairs).run(System.out);
    }

    Report run(PrintStream out) throws IOException {
        try (FakeInvoices fake = new FakeInvoices(invoices);
                Api api = new Api(fake.address())) {
            List<Counts> counts = new ArrayList<>();
            for (Contender contender : contenders) {
                counts.add(counted(contender, api, fake));
            }
            same(counts);
            pairs(api, warmUps);
            Report report = new Report(invoices, contenders, counts, pairs(api, pairs));
            report.print(out);
            report.write(folder.resolve("scan-and-decide.json"));
            return report;
        }
    }

    /** Each contender goes first in every other pair. */
    private List<Run> pairs(Api api, int number) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (int pair = 0; pair < number; pair++) {
            int first = pair % 2;
            runs.add(measured(contenders.get(first), api));
            runs.add(measured(contenders.get(1 - first), api));
        }
        return runs;
    }

    private Run measured(Contender contender, Api api) throws IOException {
        try (BenchDatabase database = new BenchDatabase(folder, clock)) {
            System.gc();
            long thread = Thread.currentThread().getId();
            long allocated = THREADS.getThreadAllocatedBytes(thread);
            long cpu = THREADS.getThreadCpuTime(thread);
            long start = System.nanoTime();
            contender.run(api, database.pool());
            double millis = (System.nanoTime() - start) / NANOS;
            double cpuMillis = (THREADS.getThreadCpuTime(thread) - cpu) / NANOS;
            return new Run(contender.name(), millis, cpuMillis, THREADS.getThreadAllocatedBytes(thread) - allocated);
        }
    }

    private Counts counted(Contender contender, Api api, FakeInvoices fake) throws IOException {
        try (BenchDatabase database = new BenchDatabase(folder, clock)) {
            Statements statements = new Statements();
            long calls = fake.calls();
            contender.run(api, statements.around(database.pool()));
            return new Counts(
                    contender.name(),
                    fake.calls() - calls,
                    statements.statements(),
                    statements.commits(),
                    database.contents());
        }
    }

    private static void same(List<Counts> counts) {
        if (counts.stream().map(Counts::contents).distinct().count() != 1) {
            throw new IllegalStateException("The contenders left different rows: " + counts);
        }
    }
}
