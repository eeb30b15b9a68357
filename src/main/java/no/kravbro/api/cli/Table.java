package no.kravbro.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.kravbro.money.NorwegianFormat;

/** Lines in columns: first line the heads, amounts to the right. */
final class Table {

    private static final String GAP = "  ";
    private static final String ORE = "Ore";

    private final String[] fields;
    private final List<String[]> lines = new ArrayList<>();

    /** @param fields names in the answer; those that end in Ore are printed in kroner */
    Table(String... fields) {
        this.fields = fields.clone();
        String[] heads = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            heads[i] = fields[i]
                    .replaceAll(ORE + "$", "")
                    .replaceAll("([A-Z])", " $1")
                    .toUpperCase(Locale.ROOT);
        }
        lines.add(heads);
    }

    Table add(JsonNode item) {
        String[] line = new String[fields.length];
        for (int i = 0; i < fields.length; i++) {
            line[i] = text(item.at("/" + fields[i].replace('.', '/')), fields[i]);
        }
        lines.add(line);
        return this;
    }

    Table addAll(Iterable<JsonNode> items) {
        items.forEach(this::add);
        return this;
    }

    void print(PrintWriter out) {
        int[] widths = new int[fields.length];
        for (String[] line : lines) {
            for (int i = 0; i < line.length; i++) {
                widths[i] = Math.max(widths[i], line[i].length());
            }
        }
        for (String[] line : lines) {
            out.println(line(line, widths));
        }
        if (lines.size() == 1) {
            out.println("(none)");
        }
        out.flush();
    }

    private String line(String[] line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length; i++) {
            String pad = " ".repeat(widths[i] - line[i].length());
            text.append(fields[i].endsWith(ORE) ? pad + line[i] : line[i] + pad).append(GAP);
        }
        return text.toString().stripTrailing();
    }

    private static String text(JsonNode value, String field) {
        if (value.isMissingNode() || value.isNull()) {
            return "-";
        }
        if (field.endsWith(ORE)) {
            return NorwegianFormat.amount(value.longValue());
        }
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(part -> parts.add(part.isObject() ? part.path("text").asText() : part.asText()));
            return parts.isEmpty() ? "-" : String.join(", ", parts);
        }
        return value.asText();
    }
}
