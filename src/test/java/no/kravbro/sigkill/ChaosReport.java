package no.kravbro.sigkill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.storm.Finding.Sort;

/** The result as a table. */
final class ChaosReport {

    private ChaosReport() {}

    /** Writes {@code <database>.md}. @return its lines */
    static List<String> write(Path folder, String database, Chaos chaos, Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + chaos.kills().count() + " kills on " + database);
        lines.add("");
        lines.add(
                "| kills | claims | payments | lost | doubled | unbalanced | left undone | stops in order, longest (s) | seconds per cycle (median) | starts to finish |");
        lines.add("|---|---|---|---|---|---|---|---|---|---|");
        lines.add(row(
                chaos.kills().count(),
                chaos.ground().claims(),
                chaos.ground().payments(),
                verdict.count(Sort.LOST),
                verdict.count(Sort.DOUBLED),
                verdict.count(Sort.UNBALANCED),
                verdict.left().size(),
                chaos.stops().count() + ", " + chaos.stops().longest().toMillis() / 100 / 10.0,
                chaos.kills().medianCycleMillis() / 100 / 10.0,
                chaos.rounds()));
        lines.add("");
        lines.add("| died at | on arrival | processed, not answered | 0 to 50 ms after the answer |");
        lines.add("|---|---|---|---|");
        places(chaos.kills()).forEach((kind, counts) -> lines.add(row(kind, counts[0], counts[1], counts[2])));
        verdict.found().forEach(each -> lines.add("- " + each));
        verdict.left().forEach(each -> lines.add("- left: " + each));
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(database + ".md"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static Map<String, int[]> places(Kills kills) {
        Map<String, int[]> places = new TreeMap<>();
        for (Kill kill : kills.all()) {
            int column =
                    switch (kill.point().stage()) {
                        case "ARRIVED" -> 0;
                        case "PROCESSED" -> kill.point().delayMillis() == 0 ? 1 : 2;
                        default -> 2;
                    };
            places.computeIfAbsent(kill.point().kind(), kind -> new int[3])[column]++;
        }
        return places;
    }

    private static String row(Object... cells) {
        StringBuilder row = new StringBuilder("|");
        for (Object cell : cells) {
            row.append(' ').append(cell).append(" |");
        }
        return row.toString();
    }
}
