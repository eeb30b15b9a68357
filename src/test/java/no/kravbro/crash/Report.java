package no.kravbro.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The list of points with what became of the processes that ended there, and the sum of it. */
final class Report {

    static final Path FOLDER = Path.of("target/crash");

    private Report() {}

    static void write(String name, List<Tally> tallies) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("points-" + name + ".md"), points(tallies));
            Files.writeString(FOLDER.resolve("summary-" + name + ".md"), summary(tallies));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String points(List<Tally> tallies) {
        StringBuilder table =
                new StringBuilder("| kind | agency | point | ended before | ended after | lost | doubled |\n"
                        + "|---|---|---|---:|---:|---:|---:|\n");
        for (Tally tally : tallies) {
            tally.points.forEach((point, row) -> table.append("| %s | %s | %s | %d | %d | %d | %d |\n"
                    .formatted(tally.kind, tally.agency, point, row.before, row.after, row.lost, row.doubled)));
        }
        return table.toString();
    }

    /** The rows of the table in the documents. */
    static String documented(List<Tally> tallies) {
        StringBuilder rows = new StringBuilder();
        tallies.forEach(tally -> rows.append("| %s | %s | %d | %d | %d |\n"
                .formatted(tally.kind, tally.agency, tally.singles, tally.lost(), tally.doubled())));
        return rows.toString();
    }

    static String summary(List<Tally> tallies) {
        StringBuilder table = new StringBuilder(
                "| kind | agency | points | pairs | calls in trouble | seeds | crashes | lost | doubled |\n"
                        + "|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
        for (Tally tally : tallies) {
            table.append("| %s | %s | %d | %d | %d | %d | %d | %d | %d |\n"
                    .formatted(
                            tally.kind,
                            tally.agency,
                            tally.singles,
                            tally.pairs,
                            tally.troubled,
                            tally.seeds,
                            tally.crashes,
                            tally.lost(),
                            tally.doubled()));
        }
        return table.toString();
    }
}
