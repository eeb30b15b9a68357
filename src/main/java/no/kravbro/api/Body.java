package no.kravbro.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import no.kravbro.bundle.JsonFault;

/** JSON at our own door: what comes in is read strictly, what goes out has ISO times. */
public final class Body {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final int LONGEST_PATH = 80;

    private Body() {}

    /** The characters of a body; throws {@link ApiProblem} when they are none, for a lenient reading would change them. */
    public static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException otherLetters) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "The body is not written in UTF-8");
        }
    }

    /** Throws {@link ApiProblem} without quoting the body: it may hold personal data. */
    static <T> T read(String body, Class<T> type) {
        try {
            T value = JSON.readValue(body == null ? "" : body, type);
            if (value != null) {
                return value;
            }
        } catch (JsonMappingException misfit) {
            throw new ApiProblem(
                    ApiProblem.Code.BAD_BODY,
                    "The body is not the JSON of " + type.getSimpleName() + " in the API description" + at(misfit));
        } catch (JsonProcessingException malformed) {
            throw new ApiProblem(ApiProblem.Code.BAD_BODY, "The body " + JsonFault.words(malformed));
        }
        throw new ApiProblem(ApiProblem.Code.BAD_BODY, "A body is needed");
    }

    private static String at(JsonMappingException misfit) {
        String path = misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        String name = path.substring(0, Math.min(LONGEST_PATH, path.length()));
        if (misfit instanceof UnrecognizedPropertyException) {
            return ": it has no field " + name;
        }
        return path.isEmpty() ? "" : ": field " + name + " has a value that cannot be used";
    }

    /** The JSON of an answer. */
    public static String write(Object answer) {
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Answers are plain records", impossible);
        }
    }
}
