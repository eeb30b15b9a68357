package no.kravbro.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Median and range of some measurements. */
record Spread(double median, double lowest, double highest) {

    static Spread of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], Arrays.stream(sorted).max().orElseThrow());
    }

    String text(String format) {
        return String.format(Locale.ROOT, format + " (" + format + "-" + format + ")", median, lowest, highest);
    }
}
