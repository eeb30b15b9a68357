package no.kravbro.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** One compiled mapping file. Immutable; safe for many threads. Every failure is a {@link MappingException}. */
interface Mapping {

    String JSLT = ".jslt";
    String XSLT = ".xslt";

    String file();

    /** Files that it imports, below the routes directory. */
    Set<String> imports();

    /** One text to another. */
    String apply(String text);

    /** One text to a JSON document. */
    JsonNode applyTo(String text);

    /** One JSON document to another. */
    JsonNode apply(JsonNode input);

    /** Compiles {@code file} below {@code directory}; throws {@link MappingException} with file, line and reason. */
    static Mapping compile(Path directory, String file) {
        return file.endsWith(XSLT) ? XsltMapping.compile(directory, file) : JsltMapping.compile(directory, file);
    }

    /** The text of a mapping file; never one outside the directory. */
    static String read(Path directory, String file) {
        Path path = directory.resolve(file).normalize();
        if (!path.startsWith(directory.normalize()) || !RouteFiles.isMapping(file)) {
            throw new MappingException(file, 0, "is not a .jslt or .xslt file below the routes directory", null);
        }
        if (!Files.isRegularFile(path)) {
            throw new MappingException(file, 0, "no such mapping file", null);
        }
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new MappingException(file, 0, "cannot be read: " + e.getMessage(), e);
        }
    }
}
