package no.kravbro.agency.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/** Text as the files carry it: ISO-8859-1, one space for every control character, the rest transliterated or refused. */
final class FileText {

    static final Charset LATIN = StandardCharsets.ISO_8859_1;

    private static final int LAST_LATIN = 0xff;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;
    private static final int FIRST_HIGH_PRINTABLE = 0xa0;

    /** What has no canonical decomposition, or a better likeness than that. */
    private static final Map<Integer, String> LIKENESS = Map.ofEntries(
            Map.entry((int) '\u2013', "-"),
            Map.entry((int) '\u2014', "-"),
            Map.entry((int) '\u2012', "-"),
            Map.entry((int) '\u2010', "-"),
            Map.entry((int) '\u2011', "-"),
            Map.entry((int) '\u2212', "-"),
            Map.entry((int) '\u2018', "'"),
            Map.entry((int) '\u2019', "'"),
            Map.entry((int) '\u201a', "'"),
            Map.entry((int) '\u201c', "\""),
            Map.entry((int) '\u201d', "\""),
            Map.entry((int) '\u201e', "\""),
            Map.entry((int) '\u2026', "..."),
            Map.entry((int) '\u2022', "-"),
            Map.entry((int) '\u20ac', "EUR"),
            Map.entry((int) '\u0142', "l"),
            Map.entry((int) '\u0141', "L"),
            Map.entry((int) '\u0111', "d"),
            Map.entry((int) '\u0110', "D"),
            Map.entry((int) '\u0127', "h"),
            Map.entry((int) '\u0126', "H"),
            Map.entry((int) '\u0131', "i"),
            Map.entry((int) '\u0138', "k"),
            Map.entry((int) '\u0149', "'n"),
            Map.entry((int) '\u0153', "oe"),
            Map.entry((int) '\u0152', "OE"),
            Map.entry((int) '\u014b', "n"),
            Map.entry((int) '\u014a', "N"),
            Map.entry((int) '\u0167', "t"),
            Map.entry((int) '\u0166', "T"));

    private FileText() {}

    /** The text as it can be written; nothing when a character of it has no likeness. */
    static Optional<String> writable(String text) {
        StringBuilder written = new StringBuilder();
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (int at = 0; at < composed.length(); ) {
            int point = composed.codePointAt(at);
            String like = like(point);
            if (like == null) {
                return Optional.empty();
            }
            written.append(like);
            at += Character.charCount(point);
        }
        return Optional.of(written.toString());
    }

    private static String like(int point) {
        if (isControl(point) || Character.isSpaceChar(point) && point > LAST_LATIN) {
            return " ";
        }
        if (point <= LAST_LATIN) {
            return Character.toString(point);
        }
        String known = LIKENESS.get(point);
        if (known != null) {
            return known;
        }
        // A letter with a mark that ISO-8859-1 lacks is written without the mark.
        String bare = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        boolean all = !bare.isEmpty() && bare.codePoints().allMatch(part -> part <= LAST_LATIN && !isControl(part));
        return all ? bare : null;
    }

    private static boolean isControl(int point) {
        return point < FIRST_PRINTABLE || point >= DELETE && point < FIRST_HIGH_PRINTABLE;
    }

    /** The text of a file's line; throws {@link FileFault} for bytes that no right file has. */
    static void check(byte[] bytes) {
        for (byte each : bytes) {
            int point = each & LAST_LATIN;
            if (isControl(point) && each != '\r' && each != '\n') {
                throw new FileFault("Holds a control character: not ISO-8859-1?");
            }
        }
        if (isUtf8(bytes)) {
            throw new FileFault("Is written in UTF-8, not in ISO-8859-1");
        }
    }

    /** Letters beyond ASCII that happen to be right UTF-8 throughout are no accident. */
    private static boolean isUtf8(byte[] bytes) {
        boolean plain = true;
        for (byte each : bytes) {
            plain &= each >= 0;
        }
        if (plain) {
            return false;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException latin) {
            return false;
        }
    }
}
