package no.kravbro.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import no.kravbro.Masking;
import no.kravbro.Texts;
import no.kravbro.deadletter.Plan;
import no.kravbro.deadletter.Preview;

/**
 * What a retry would do, in business terms.
 *
 * @param matching letters asked for; those over the most of one preview are left for the next
 * @param safeOre at stake in those that are safe, in øre
 */
public record PreviewView(
        long matching, int safe, int decision, int failsAgain, long safeOre, String version, List<Line> lines) {

    /**
     * One letter.
     *
     * @param words why it is sorted so, in the caller's language
     * @param effectWords what a retry would do, in the caller's language
     * @param detail what stands against it, for an engineer, or null
     * @param openOre open on the invoice as just read, or null
     */
    public record Line(
            long letterId,
            String bucket,
            String why,
            String words,
            String effect,
            String effectWords,
            String target,
            long amountOre,
            Long openOre,
            String detail) {}

    static PreviewView of(Preview preview, Texts texts, Locale language) {
        return of(
                preview.matching(),
                preview.version(),
                preview.lines().stream().map(Plan.Line::of).toList(),
                texts,
                language);
    }

    static PreviewView of(long matching, String version, List<Plan.Line> lines, Texts texts, Locale language) {
        List<Plan.Line> safe = lines.stream().filter(Plan.Line::isSafe).toList();
        return new PreviewView(
                matching,
                safe.size(),
                count(lines, Preview.Bucket.DECISION),
                count(lines, Preview.Bucket.FAILS_AGAIN),
                safe.stream().mapToLong(Plan.Line::amountOre).sum(),
                version,
                lines.stream().map(line -> line(line, texts, language)).toList());
    }

    private static int count(List<Plan.Line> lines, Preview.Bucket bucket) {
        return (int) lines.stream().filter(line -> line.bucket() == bucket).count();
    }

    private static Line line(Plan.Line line, Texts texts, Locale language) {
        return new Line(
                line.letterId(),
                line.bucket().name(),
                line.why().name(),
                words(line, texts, language),
                line.effect().name(),
                texts.of(line.effect().key(), language),
                line.target(),
                line.amountOre(),
                line.openOre(),
                Masking.mask(line.detail()));
    }

    /** With what stands against it, as far as that needs no more than its name. */
    private static String words(Plan.Line line, Texts texts, Locale language) {
        String words = texts.of(line.why().key(), language);
        if (line.why() != Preview.Why.NOT_WANTED || line.detail() == null) {
            return words;
        }
        String reasons = Arrays.stream(line.detail().split(","))
                .map(code -> texts.find("notwanted." + code, language)
                        .or(() -> texts.find("reason." + code, language))
                        .filter(text -> !text.contains("{"))
                        .orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return (words + " " + reasons).strip();
    }
}
