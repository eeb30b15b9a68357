package no.kravbro.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads YAML settings into records: unknown and double fields are refused with one sentence that names the fix. */
public final class StrictYaml {

    private static final JsonMapper NAMES = JsonMapper.builder(new YAMLFactory())
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A number left out is refused, not taken for 0. */
    private static final JsonMapper VALUES = NAMES.rebuild()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private StrictYaml() {}

    /** Throws {@link ProfileException} when the file is missing, broken, or holds what the record does not know. */
    public static <T> T read(Path file, Class<T> type) {
        if (!Files.isRegularFile(file)) {
            throw new ProfileException(file + " is missing: create it, or remove the folder.");
        }
        try {
            String text = Files.readString(file);
            // Names first: a misspelt field is better called unknown than its true name missing.
            if (text.isBlank() || NAMES.readValue(text, type) == null) {
                throw new ProfileException(file + " is empty: fill it in, or remove the folder.");
            }
            return VALUES.readValue(text, type);
        } catch (UnrecognizedPropertyException e) {
            throw new ProfileException(unknown(file, e), e);
        } catch (JsonProcessingException e) {
            throw new ProfileException(broken(file, e), e);
        } catch (IOException e) {
            throw new ProfileException(file + " cannot be read: check the file's rights.", e);
        }
    }

    private static String unknown(Path file, UnrecognizedPropertyException e) {
        String known =
                e.getKnownPropertyIds().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        // No line here: a record is made of buffered fields, and its end would be named.
        return file + ": unknown field '" + field(e) + "'; remove it or use one of: " + known + ".";
    }

    private static String broken(Path file, JsonProcessingException e) {
        if (String.valueOf(e.getOriginalMessage()).startsWith("Cannot map `null` into")) {
            return file + ": field '" + field((JsonMappingException) e) + "' is missing; add it.";
        }
        String reason = e instanceof InvalidFormatException value
                ? notOneOf(value)
                : e.getOriginalMessage().lines().findFirst().orElse("broken YAML");
        if (e instanceof JsonMappingException m && !m.getPath().isEmpty()) {
            return file + ": field '" + field(m) + "' cannot be read: " + reason + "; correct it.";
        }
        return at(file, e) + ": cannot be read: " + reason + "; correct it.";
    }

    /** Which value cannot be used, and for a word out of a list, which can. */
    public static String notOneOf(InvalidFormatException e) {
        Object[] words = e.getTargetType().getEnumConstants();
        String wanted = words == null ? "a " + e.getTargetType().getSimpleName() : "one of " + Arrays.toString(words);
        return "'" + e.getValue() + "' is not " + wanted;
    }

    private static String at(Path file, JsonProcessingException e) {
        return e.getLocation() == null
                ? file.toString()
                : file + " line " + e.getLocation().getLineNr();
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream().map(StrictYaml::part).collect(Collectors.joining("."));
    }

    private static String part(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }
}
