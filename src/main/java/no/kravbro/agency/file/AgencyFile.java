package no.kravbro.agency.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.agency.file.FileFormat.Columns;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A whole file: its name and its records by column. Read strictly: one that is not byte for byte what writing its content
 * gives is refused as a whole.
 *
 * @param records columns that are empty are left out; {@code KIND} and {@code LINE} come first
 */
public record AgencyFile(FileName name, List<Map<String, String>> records) {

    /** Keys beside the columns: kind of record, and number of its line, the first line of the file being 1. */
    public static final String KIND = "KIND";

    public static final String LINE = "LINE";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss");
    private static final CSVFormat CSV = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(FileLine.SEPARATOR)
            .setRecordSeparator(FileLine.END)
            .setIgnoreEmptyLines(false)
            .get();

    /** The bytes of a file of ours made of lines as {@link FileLine} makes them. */
    public static byte[] bytes(FileFormat format, FileName name, List<String> lines) {
        String body = String.join("", lines);
        List<List<String>> records = cells(body);
        String first = first(format, name, format.us(), format.them());
        return (first + body + last(format, name, records)).getBytes(FileText.LATIN);
    }

    /** Reads a file of theirs; throws {@link FileFault} that says what is wrong with it. */
    public static AgencyFile read(FileFormat format, FileName name, byte[] bytes) {
        FileText.check(bytes);
        String text = new String(bytes, FileText.LATIN);
        List<List<String>> lines = cells(text);
        StringBuilder again = new StringBuilder();
        lines.forEach(line -> again.append(FileLine.line(line)));
        if (!again.toString().equals(text)) {
            throw new FileFault("Lines do not end or values are not quoted as the format says");
        }
        if (lines.size() < 2) {
            throw new FileFault("The first or the last line is missing");
        }
        List<List<String>> records = lines.subList(1, lines.size() - 1);
        same(lines.get(0), first(format, name, format.them(), format.us()), "The first line does not fit the name");
        List<Map<String, String>> named = new ArrayList<>();
        for (List<String> record : records) {
            named.add(named(format, name.kind(), record, named.size() + 2));
        }
        same(lines.get(lines.size() - 1), last(format, name, records), "Number of records or control sum do not fit");
        return new AgencyFile(name, List.copyOf(named));
    }

    private static Map<String, String> named(FileFormat format, String file, List<String> cells, int line) {
        Columns record = format.columns(cells.get(0), file);
        if (cells.size() != record.columns().size() + 1) {
            throw new FileFault("Line " + line + " has " + cells.size() + " columns");
        }
        Map<String, String> named = new LinkedHashMap<>();
        named.put(KIND, cells.get(0));
        named.put(LINE, Integer.toString(line));
        for (int at = 1; at < cells.size(); at++) {
            String column = record.columns().get(at - 1);
            if (cells.get(at).length() > record.longest(column)) {
                throw new FileFault(
                        "Line " + line + ": " + column + " is longer than " + record.longest(column) + " characters");
            }
            if (!cells.get(at).isEmpty()) {
                named.put(record.columns().get(at - 1), cells.get(at));
            }
        }
        return named;
    }

    private static void same(List<String> cells, String line, String complaint) {
        if (!FileLine.line(cells).equals(line)) {
            throw new FileFault(complaint);
        }
    }

    private static String first(FileFormat format, FileName name, String from, String to) {
        return FileLine.line(List.of(
                "HDR",
                name.kind(),
                format.version(),
                name.organization(),
                from,
                to,
                Long.toString(name.number()),
                TIME.format(name.created())));
    }

    private static String last(FileFormat format, FileName name, List<List<String>> records) {
        long sum = 0;
        for (List<String> cells : records) {
            Columns record = format.columns(cells.get(0), name.kind());
            int at = record.columns().indexOf(record.sum()) + 1;
            sum = Math.addExact(sum, cells.size() > at ? FileAmount.ore(cells.get(at)) : 0);
        }
        return FileLine.line(
                List.of("TRL", Long.toString(name.number()), Integer.toString(records.size()), FileAmount.text(sum)));
    }

    private static List<List<String>> cells(String text) {
        try (StringReader reader = new StringReader(text)) {
            List<List<String>> lines = new ArrayList<>();
            for (CSVRecord line : CSV.parse(reader)) {
                lines.add(line.toList());
            }
            return lines;
        } catch (IOException | UncheckedIOException broken) {
            throw new FileFault("Quotes are not closed or stand where none may stand");
        }
    }
}
