package no.kravbro.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of all lives of a story, by the point at which a process ended. */
final class Tally {

    /** A point of a route where processes ended, right before it or right after it. */
    static final class Row {
        int before;
        int after;
        int lost;
        int doubled;
        int wrong;

        void count(boolean isBefore, Verdict verdict) {
            before += isBefore ? 1 : 0;
            after += isBefore ? 0 : 1;
            lost += verdict.lost();
            doubled += verdict.doubled();
            wrong += verdict.wrong().isEmpty() ? 0 : 1;
        }
    }

    final String kind;
    final String agency;
    final Map<String, Row> points = new TreeMap<>();
    final List<String> bad = new ArrayList<>();
    int lives;
    int crashes;
    int singles;
    int pairs;
    int troubled;
    int seeds;

    Tally(Story story) {
        this.kind = story.kind();
        this.agency = story.agency();
    }

    void add(Life.Lived lived, List<Effect> faultless) {
        lives++;
        crashes += lived.crashes();
        for (int i = 0; i < lived.crashes(); i++) {
            List<Effect> done = lived.processes().get(i);
            if (!done.isEmpty()) {
                row(done.get(done.size() - 1)).count(false, lived.verdict());
            }
            if (i == 0 && done.size() < faultless.size() && lived.destiny().isFair()) {
                row(faultless.get(done.size())).count(true, lived.verdict());
            }
        }
        if (!lived.verdict().isGood()) {
            bad.add(lived.destiny().name() + " " + lived.verdict().wrong() + trail(lived));
        }
    }

    private Row row(Effect effect) {
        return points.computeIfAbsent(effect.name(), name -> new Row());
    }

    private static String trail(Life.Lived lived) {
        StringBuilder trail = new StringBuilder();
        lived.processes().forEach(process -> {
            trail.append("\n  a process");
            process.forEach(effect -> trail.append("\n    ").append(effect.name()));
        });
        return trail.toString();
    }

    int lost() {
        return points.values().stream().mapToInt(row -> row.lost).sum();
    }

    int doubled() {
        return points.values().stream().mapToInt(row -> row.doubled).sum();
    }
}
