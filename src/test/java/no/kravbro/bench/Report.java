package no.kravbro.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The result as a table for people and JSON for machines. Runs stand in pairs, one of each contender; a ratio is taken within
 * a pair, where the machine's mood was the same for both.
 */
record Report(int invoices, List<Contender> contenders, List<Counts> counts, List<Run> runs) {

    private static final double KILO = 1000;

    void print(PrintStream out) {
        out.println("Scan and decide, " + invoices + " invoices, " + runs.size() / contenders.size()
                + " pairs, medians (ranges)");
        out.printf(
                "%-18s %-24s %-22s %-20s %s%n", "", "invoices/s", "CPU us/invoice", "kB/invoice", "calls SQL commits");
        for (Counts each : counts) {
            out.printf(
                    "%-18s %-24s %-22s %-20s %d %d %d%n",
                    each.contender(),
                    spread(each.contender(), this::rate).text("%.0f"),
                    spread(each.contender(), this::cpu).text("%.0f"),
                    spread(each.contender(), this::allocated).text("%.1f"),
                    each.httpCalls(),
                    each.statements(),
                    each.commits());
        }
        out.println("product / hand-written: rate " + ratio(this::rate).text("%.2f") + ", CPU "
                + ratio(this::cpu).text("%.2f"));
    }

    void write(Path file) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("invoices", invoices);
        document.put("java", System.getProperty("java.version"));
        document.put("processors", Runtime.getRuntime().availableProcessors());
        document.put("database", "H2 file, WRITE_DELAY=0");
        document.put("counts", counts);
        document.put("runs", runs);
        document.put("rateRatio", ratio(this::rate));
        document.put("cpuRatio", ratio(this::cpu));
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document) + "\n");
    }

    private double rate(Run run) {
        return invoices / (run.millis() / KILO);
    }

    private double cpu(Run run) {
        return run.cpuMillis() * KILO / invoices;
    }

    private double allocated(Run run) {
        return run.allocatedBytes() / KILO / invoices;
    }

    private Spread spread(String contender, ToDoubleFunction<Run> figure) {
        return Spread.of(of(contender).stream().mapToDouble(figure));
    }

    private Spread ratio(ToDoubleFunction<Run> figure) {
        List<Run> product = of(contenders.get(0).name());
        List<Run> yardstick = of(contenders.get(1).name());
        return Spread.of(IntStream.range(0, product.size())
                .mapToDouble(i -> figure.applyAsDouble(product.get(i)) / figure.applyAsDouble(yardstick.get(i))));
    }

    private List<Run> of(String contender) {
        return runs.stream().filter(run -> run.contender().equals(contender)).toList();
    }
}
