package no.kravbro.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON to JSON. */
record JsltMapping(String file, Expression expression, Set<String> imports) implements Mapping {

    /** Nulls are left out of objects, empty lists and objects stay: "no items" and "not said" are different answers. */
    private static final String KEEP = ". != null";

    /** A parse error's text names the line of the offending token, its location that of the token before. */
    private static final Pattern AT_LINE = Pattern.compile("line (\\d+)");

    private static final Pattern VALUES = Pattern.compile("'[^']*'|\"[^\"]*\"|\\{.*}|\\[.*]|\\(.+\\)");

    /** Compiles {@code file} below {@code directory}; throws {@link MappingException} with file, line and reason. */
    static JsltMapping compile(Path directory, String file) {
        Set<String> imports = new HashSet<>();
        try (Reader source = new StringReader(Mapping.read(directory, file))) {
            Expression expression = new Parser(source)
                    .withSource(file)
                    .withFunctions(AmountFunctions.ALL)
                    .withResourceResolver(name -> {
                        imports.add(name);
                        return new StringReader(Mapping.read(directory, name));
                    })
                    .withObjectFilter(KEEP)
                    .compile();
            return new JsltMapping(file, expression, Set.copyOf(imports));
        } catch (JsltException e) {
            throw refused(file, e, firstLine(e.getMessageWithoutLocation()));
        } catch (IOException e) {
            throw new MappingException(file, 0, "cannot be read: " + e.getMessage(), e);
        }
    }

    /** One JSON text to another. */
    @Override
    public String apply(String text) {
        return ExactJson.write(applyTo(text));
    }

    @Override
    public JsonNode applyTo(String text) {
        try {
            return apply(ExactJson.read(text));
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            // The cause is left out on purpose: its message may quote the document.
            throw new MappingException(file, 0, "the input is not a JSON document" + where, null);
        }
    }

    @Override
    public JsonNode apply(JsonNode input) {
        refuseFloatingPoint(input, "/", "input");
        try {
            JsonNode output = expression.apply(input);
            refuseFloatingPoint(output, "/", "output");
            return output;
        } catch (JsltException e) {
            String reason =
                    VALUES.matcher(firstLine(e.getMessageWithoutLocation())).replaceAll("…");
            throw refused(file, e, reason);
        } catch (IndexOutOfBoundsException e) {
            // The engine's own slices: the longest text that they can meet is the input's.
            throw new MappingException(file, 0, "a text or list is shorter than the part that is cut from it", e);
        }
    }

    private static MappingException refused(String file, JsltException e, String reason) {
        String where = e.getSource() == null ? file : e.getSource();
        Matcher line = AT_LINE.matcher(String.valueOf(e.getMessage()));
        int number = line.find() ? Integer.parseInt(line.group(1)) : Math.max(0, e.getLine());
        return new MappingException(where, number, reason, e);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("no reason given").strip();
    }

    private void refuseFloatingPoint(JsonNode node, String pointer, String what) {
        if (node.isDouble() || node.isFloat()) {
            String where = what + " at " + pointer;
            throw new MappingException(
                    file, 0, "floating point number in the " + where + "; use kroner() or text", null);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            refuseFloatingPoint(field.getValue(), pointer + field.getKey() + "/", what);
        }
        if (node.isArray()) {
            node.forEach(item -> refuseFloatingPoint(item, pointer, what));
        }
    }
}
