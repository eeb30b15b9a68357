package no.kravbro.storm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The result of a storm as tables. */
final class Report {

    private static final Path FOLDER = Path.of("target/storm");

    private Report() {}

    static void write(Storm storm, List<Finding> verdict) {
        StringBuilder text = new StringBuilder("| what | how many |\n|---|---|\n");
        storm.figures().forEach((name, figure) -> line(text, name, figure));
        for (Finding.Sort sort : Finding.Sort.values()) {
            line(
                    text,
                    sort,
                    verdict.stream().filter(each -> each.sort() == sort).count());
        }
        text.append("\n| trouble | how often |\n|---|---|\n");
        storm.struck().forEach((name, count) -> line(text, name, count));
        verdict.forEach(each -> text.append("\n- ").append(each));
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(
                    FOLDER.resolve("storm-" + storm.figures().get("claims") + "-seed-"
                            + storm.figures().get("seed") + ".md"),
                    text.append('\n'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(StringBuilder text, Object name, Object figure) {
        text.append("| ").append(name).append(" | ").append(figure).append(" |\n");
    }
}
