package no.kravbro.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** JSON at our own door: what comes in is read strictly, what goes out has ISO times. */
public final class Body {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Body() {}

    /** Throws {@link ApiProblem} without quoting the body: it may hold personal data. */
    static <T> T read(String body, Class<T> type) {
        try {
            T value = JSON.readValue(body == null ? "" : body, type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException malformed) {
            throw new ApiProblem(
                    ApiProblem.Code.BAD_BODY,
                    "The body is not the JSON of " + type.getSimpleName() + " in the API description");
        }
        throw new ApiProblem(ApiProblem.Code.BAD_BODY, "A body is needed");
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
