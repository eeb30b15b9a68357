package no.kravbro.deadletter;

import java.util.List;

/**
 * What a retry of some letters would do, found out without doing it.
 *
 * @param lines one per letter, oldest first
 * @param matching how many letters were asked for; those over the most of one preview are left for the next
 * @param version of the routes it was tried on
 */
public record Preview(List<Line> lines, long matching, String version) {

    /** Most letters in one preview, so that it is made while a person waits. */
    public static final int MOST = 500;

    public Preview {
        lines = List.copyOf(lines);
    }

    /** How a letter is sorted. */
    public enum Bucket {
        SAFE,
        DECISION,
        FAILS_AGAIN;

        public String key() {
            return "bucket." + name();
        }
    }

    /** What a retry would do. */
    public enum Effect {
        /** The same submission once more: the far side knows it again. */
        SAME,
        /** Another submission with the content of today. */
        NEW,
        /** What was received is taken up again, behind the step that keeps out duplicates. */
        TAKE_UP,
        /** Nothing would be sent. */
        NOTHING;

        public String key() {
            return "effect." + name();
        }
    }

    /** Why a letter is sorted so. */
    public enum Why {
        STILL_RIGHT,
        AMOUNT_CHANGED,
        CONTENT_CHANGED,
        MENDED,
        MAY_HAVE_LANDED,
        MEND_FIRST,
        NOT_WANTED,
        NOT_LOOKED,
        NO_DOCUMENT,
        SAME_CONTENT,
        LOCKED;

        public String key() {
            return "preview." + name();
        }
    }

    /**
     * One letter.
     *
     * @param detail codes of what stands against it, or words for an engineer; null when nothing does
     * @param openOre open on the invoice as just read, or null
     * @param content what would leave; personal data; null where it is made later or nothing leaves
     */
    public record Line(
            DeadLetter letter, Bucket bucket, Why why, Effect effect, String detail, Long openOre, String content) {}

    public long count(Bucket bucket) {
        return lines.stream().filter(line -> line.bucket() == bucket).count();
    }

    public List<Line> of(Bucket bucket) {
        return lines.stream().filter(line -> line.bucket() == bucket).toList();
    }
}
