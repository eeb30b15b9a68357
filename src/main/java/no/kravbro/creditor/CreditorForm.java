package no.kravbro.creditor;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;
import no.kravbro.WrongSetting;

/** A creditor's entry as JSON: the fields of the creditors file in camelCase. Throws {@link WrongSetting} that names the field. */
final class CreditorForm {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private CreditorForm() {}

    static CreditorEntry read(String json) {
        try {
            return JSON.readValue(json, CreditorEntry.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new WrongSetting(path(unknown), "is not a field of a creditor", "correct the name or remove it");
        } catch (JsonMappingException wrong) {
            throw new WrongSetting(path(wrong), "has a value that cannot be used", "correct the value");
        } catch (JsonProcessingException broken) {
            throw new WrongSetting("The creditor", "is not valid JSON or has a field twice", "correct it");
        }
    }

    static String write(CreditorEntry entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("An entry is plain data", impossible);
        }
    }

    static String withoutToken(CreditorEntry entry) {
        ObjectNode tree = JSON.valueToTree(entry);
        tree.remove("employeeTokenFile");
        return tree.toString();
    }

    private static String path(JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "The creditor" : "Field " + path.substring(1);
    }
}
