package no.kravbro.bundle;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * JSON in which a decimal number stays the decimal it is: {@code 100.00} is read and written as {@code 100.00}, never as
 * a floating point number. Twice-given keys, anything after the
 * document and what is beyond the limits are errors; {@link JsonFault} has words for them. Days are written as text.
 */
public final class ExactJson {

    /** Limits of what is read; documents of the contracts stay far below them. */
    static final int DEEPEST = 100;

    static final int LONGEST_NUMBER = 1_000;
    static final int LONGEST_TEXT = 5_000_000;
    static final int LONGEST_NAME = 1_000;

    private static final JsonFactory LIMITED = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(LIMITED)
            .addModule(new JavaTimeModule())
            .addModule(WholeNumbers.module())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ExactJson() {}

    /** Reads one document; an empty text is an error too. */
    public static JsonNode read(String json) throws JsonProcessingException {
        JsonNode node = tree(json);
        if (node.isMissingNode()) {
            throw new EmptyDocument();
        }
        return node;
    }

    private static JsonNode tree(String json) throws JsonProcessingException {
        try {
            return MAPPER.readTree(json);
        } catch (NumberFormatException beyond) {
            throw new UncountableNumber();
        }
    }

    /** The record that a document of ours stands for. */
    public static <T> T value(String json, Class<T> type) throws JsonProcessingException {
        return MAPPER.readValue(json, type);
    }

    /** The document that a record, map or list stands for. */
    public static JsonNode treeOf(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** One line of JSON. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree that cannot be written", e);
        }
    }

    /** An exponent that no number holds; the library's own words would quote it. */
    static final class UncountableNumber extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        UncountableNumber() {
            super("uncountable");
        }
    }

    static final class EmptyDocument extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        EmptyDocument() {
            super("empty");
        }
    }
}
