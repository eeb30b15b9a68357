package no.kravbro.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.agency.Action;
import no.kravbro.agency.ActionTable;
import no.kravbro.agency.AgencyProfiles;
import no.kravbro.claim.Stage;

/** What people read about stages and instructions, read back from the page itself. */
final class PrintedTable {

    private final Map<String, String> words = new HashMap<>();
    private final Map<String, List<Stage>> stages = new HashMap<>();

    PrintedTable() {
        Map<String, String> ids = new HashMap<>();
        AgencyProfiles profiles = new AgencyProfiles(Path.of("routes"));
        profiles.ids().forEach(id -> ids.put(profiles.of(id).name(), id));
        String agency = null;
        for (String line : lines()) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (line.startsWith("## ")) {
                agency = ids.get(line.substring(3));
            } else if (line.startsWith("| |")) {
                stages.put(agency, stages(cells));
            } else if (line.startsWith("| ")) {
                row(agency, cells);
            }
        }
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(ActionTable.PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Stage> stages(List<String> cells) {
        return new ArrayList<>(
                cells.subList(2, cells.size() - 1).stream().map(Stage::valueOf).toList());
    }

    private void row(String agency, List<String> cells) {
        List<Stage> heads = stages.get(agency);
        for (int at = 0; at < heads.size(); at++) {
            words.put(agency + " " + heads.get(at) + " " + cells.get(1), cells.get(at + 2));
        }
    }

    /** wire, later, person, a dot, or nothing. */
    String word(String agency, Stage stage, Action action) {
        String word = words.get(agency + " " + stage + " " + action);
        if (word == null) {
            throw new IllegalStateException("Not printed: " + agency + " " + stage + " " + action);
        }
        return word;
    }
}
