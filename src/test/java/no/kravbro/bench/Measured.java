package no.kravbro.bench;

/**
 * One side's run of one flow.
 *
 * @param side product, hand or plain
 * @param flow claims or payments
 */
record Measured(
        String side,
        String flow,
        int units,
        double millis,
        double cpuMillis,
        long peakMegabytes,
        long calls,
        long statements,
        long commits) {

    double perSecond() {
        return units / (millis / 1000);
    }

    double cpuMicros() {
        return cpuMillis * 1000 / units;
    }

    String text() {
        return String.format(
                java.util.Locale.ROOT,
                "%s %s %d: %.0f ms, %.0f/s, CPU %.0f us each, calls %d, statements %d, commits %d, peak %d MB",
                side,
                flow,
                units,
                millis,
                perSecond(),
                cpuMicros(),
                calls,
                statements,
                commits,
                peakMegabytes);
    }
}
