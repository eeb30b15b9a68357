package no.kravbro.sandbox.ecpay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The bytes of a file and nothing else: ISO-8859-1, CR LF, quoted only where it must be. Strict: one right form. */
final class Csv {

    private static final String END = "\r\n";

    private Csv() {}

    static byte[] write(List<List<String>> lines) {
        String text = lines.stream()
                .map(cells -> cells.stream().map(Csv::quoted).collect(Collectors.joining(";")) + END)
                .collect(Collectors.joining());
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String quoted(String value) {
        return needsQuotes(value) ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    private static boolean needsQuotes(String value) {
        return value.contains(";") || value.contains("\"") || value.startsWith(" ") || value.endsWith(" ");
    }

    /** The cells of every line; throws {@link FileFault} at the first byte that is not as the format says. */
    static List<List<String>> read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.endsWith(END)) {
            throw new FileFault("TRL", "Siste linje mangler linjeskift");
        }
        List<List<String>> lines = new ArrayList<>();
        for (String line : text.substring(0, text.length() - END.length()).split(END, -1)) {
            if (line.isEmpty()) {
                throw new FileFault("", "Tom linje " + (lines.size() + 1));
            }
            if (line.chars().anyMatch(c -> c < ' ' || c >= 0x7f && c < 0xa0)) {
                throw new FileFault("", "Ugyldige tegn i linje " + (lines.size() + 1));
            }
            lines.add(cells(line));
        }
        if (!Arrays.equals(bytes, write(lines))) {
            throw new FileFault("", "Feil bruk av anførselstegn");
        }
        return lines;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (quoted && c == '"' && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
