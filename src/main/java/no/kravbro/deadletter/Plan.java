package no.kravbro.deadletter;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import no.kravbro.delivery.Sql;

/**
 * What a preview found, kept so that a person can agree to exactly that. Never changed; anything else needs another plan.
 *
 * @param hash of all lines and of what was said to be mended
 * @param question what was asked for
 * @param mended what a person said has been mended, or null
 * @param version of the routes it was tried on
 */
public record Plan(
        String id,
        String hash,
        String question,
        String mended,
        String version,
        String madeBy,
        Instant madeAt,
        Instant expiresAt,
        List<Line> lines) {

    public Plan {
        lines = List.copyOf(lines);
    }

    /**
     * One letter as it was sorted.
     *
     * @param revision of the letter then
     * @param contentHash of what would leave, or null
     */
    public record Line(
            long letterId,
            long revision,
            Preview.Bucket bucket,
            Preview.Why why,
            Preview.Effect effect,
            String contentHash,
            String target,
            long amountOre,
            Long openOre,
            String detail) {

        public static Line of(Preview.Line line) {
            DeadLetter letter = line.letter();
            return new Line(
                    letter.id(),
                    letter.revision(),
                    line.bucket(),
                    line.why(),
                    line.effect(),
                    line.content() == null ? null : Sql.hash(line.content()),
                    letter.agency(),
                    letter.amountOre(),
                    line.openOre(),
                    line.detail());
        }

        public boolean isSafe() {
            return bucket == Preview.Bucket.SAFE;
        }
    }

    /** Those that are sent again when the plan is applied. */
    public List<Line> safe() {
        return lines.stream().filter(Line::isSafe).toList();
    }

    static String hash(List<Line> lines, String mended) {
        return Sql.hash(lines.stream().map(Line::toString).collect(Collectors.joining("\n")) + "\n" + mended);
    }
}
