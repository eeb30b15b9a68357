package no.kravbro.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures of a bout as a table for people. A ratio is taken within a pair, where the machine's mood was the same for both. */
final class BenchTable {

    private static final String ROW = "%-9s %-8s %-24s %-22s %-8s %s%n";

    private BenchTable() {}

    static void print(Figures figures, PrintStream out) {
        Bout bout = figures.bout();
        out.printf(
                "%n%s, far sides answer after %d ms, %d units, medians (ranges); start-up in ms %s%n",
                bout.database(), bout.delayMillis(), bout.units(), figures.startMillis());
        out.printf(ROW, "", "", "units/s", "CPU us/unit", "peak MB", "calls, statements, commits per unit");
        for (String flow : Bench.FLOWS) {
            Map<String, List<Measured>> bySide = figures.runs().stream()
                    .filter(run -> run.flow().equals(flow))
                    .collect(Collectors.groupingBy(Measured::side));
            for (Measured counted : figures.counted()) {
                if (counted.flow().equals(flow)) {
                    row(flow, counted, bySide.getOrDefault(counted.side(), List.of()), out);
                }
            }
            ratios(bySide, out);
        }
    }

    private static void row(String flow, Measured counted, List<Measured> runs, PrintStream out) {
        if (runs.isEmpty()) {
            return;
        }
        out.printf(
                ROW,
                flow,
                counted.side(),
                spread(runs, Measured::perSecond).text("%.0f"),
                spread(runs, Measured::cpuMicros).text("%.0f"),
                runs.stream().mapToLong(Measured::peakMegabytes).max().orElse(0),
                String.format(
                        java.util.Locale.ROOT,
                        "%.3f, %.3f, %.4f",
                        (double) counted.calls() / counted.units(),
                        (double) counted.statements() / counted.units(),
                        (double) counted.commits() / counted.units()));
    }

    private static void ratios(Map<String, List<Measured>> bySide, PrintStream out) {
        List<Measured> product = bySide.getOrDefault("product", List.of());
        for (String other : List.of("hand", "plain")) {
            List<Measured> others = bySide.getOrDefault(other, List.of());
            if (!product.isEmpty() && product.size() == others.size()) {
                out.printf(
                        "          product / %-6s rate %s, CPU per unit %s%n",
                        other,
                        ratio(product, others, Measured::perSecond).text("%.2f"),
                        ratio(product, others, Measured::cpuMicros).text("%.2f"));
            }
        }
    }

    static Spread ratio(List<Measured> product, List<Measured> others, ToDoubleFunction<Measured> figure) {
        return Spread.of(IntStream.range(0, product.size())
                .mapToDouble(i -> figure.applyAsDouble(product.get(i)) / figure.applyAsDouble(others.get(i))));
    }

    static Spread spread(List<Measured> runs, ToDoubleFunction<Measured> figure) {
        return Spread.of(runs.stream().mapToDouble(figure));
    }
}
