package no.kravbro.agency.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kravbro.agency.file.FileFormat.Columns;

/**
 * One line, made of values by column. A value is quoted only if it holds a separator or a quote, or begins or ends with a
 * space: the library's own rule quotes more, and a file has exactly one right form.
 */
public final class FileLine {

    static final String END = "\r\n";
    static final char SEPARATOR = ';';

    private FileLine() {}

    /**
     * @param values by column; a column left out is empty, one that the record does not have is refused
     * @return the line with its end; throws {@link FileFault} when a value cannot be written
     */
    public static String of(FileFormat format, String kind, Map<String, String> values) {
        Columns record = format.records().get(kind);
        if (record == null || !record.columns().containsAll(values.keySet())) {
            throw new FileFault("A record " + kind + " has no such columns");
        }
        List<String> cells = new ArrayList<>(List.of(kind));
        for (String column : record.columns()) {
            String text = values.getOrDefault(column, "");
            String written = FileText.writable(text)
                    .orElseThrow(() -> new FileFault(column + " holds a character that ISO-8859-1 cannot show"));
            cells.add(cut(written, record.longest(column)));
        }
        return line(cells);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    static String line(List<String> cells) {
        return cells.stream().map(FileLine::quoted).collect(Collectors.joining(String.valueOf(SEPARATOR))) + END;
    }

    private static String quoted(String value) {
        boolean needed = value.indexOf(SEPARATOR) >= 0
                || value.indexOf('"') >= 0
                || value.startsWith(" ")
                || value.endsWith(" ");
        return needed ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }
}
