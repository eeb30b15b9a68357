package no.kravbro.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** What is to be measured; each from a system property {@code bench.<name>}, lists with commas. */
record BenchOptions(
        Path folder,
        List<Integer> units,
        List<String> databases,
        List<Integer> delays,
        List<String> sides,
        int pairs,
        int warmUps,
        int threads,
        int quotaMinutes) {

    static BenchOptions of(Properties given) {
        return new BenchOptions(
                Path.of(text(given, "folder", "target/bench")),
                list(given, "units", "2000").stream().map(Integer::valueOf).toList(),
                list(given, "databases", "h2,postgresql"),
                list(given, "delays", "0,20").stream().map(Integer::valueOf).toList(),
                list(given, "sides", "product,hand,plain"),
                Integer.parseInt(text(given, "pairs", "5")),
                Integer.parseInt(text(given, "warm-ups", "2")),
                Integer.parseInt(text(given, "threads", "4")),
                Integer.parseInt(text(given, "quota", "0")));
    }

    private static String text(Properties given, String name, String otherwise) {
        String value = given.getProperty("bench." + name, "");
        return value.isBlank() ? otherwise : value;
    }

    private static List<String> list(Properties given, String name, String otherwise) {
        return Stream.of(text(given, name, otherwise).split(","))
                .map(String::strip)
                .toList();
    }

    List<Bout> bouts() {
        List<Bout> bouts = new ArrayList<>();
        for (String database : databases) {
            for (int many : units) {
                for (int delay : delays) {
                    bouts.add(new Bout(database, delay, many));
                }
            }
        }
        return bouts;
    }
}
