package no.kravbro.creditor;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import no.kravbro.WrongSetting;

/**
 * The creditors as YAML: a list under {@code creditors}, keys in kebab-case. Unknown fields, fields twice and impossible
 * values are refused with a {@link WrongSetting} that names file, creditor and field.
 */
public final class CreditorsFile {

    private static final String KEY = "kravbro.creditors-file";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private record Content(List<CreditorEntry> creditors) {}

    private CreditorsFile() {}

    public static List<Creditor> read(Path file) {
        Content content = parse(file);
        if (content == null || content.creditors() == null) {
            throw new WrongSetting(
                    KEY + " (" + file + ")",
                    "names no creditor",
                    "list them under the key creditors, or write [] there when all are registered at run time");
        }
        content.creditors().forEach(entry -> MandateRules.check(KEY + " (" + file + ")", entry));
        List<Creditor> creditors =
                content.creditors().stream().map(CreditorEntry::creditor).toList();
        CreditorRules.check(KEY + " (" + file + ")", creditors);
        creditors.forEach(each -> CreditorRules.tokenFile(KEY + " (" + file + ") creditor " + each.id(), each));
        return creditors;
    }

    /**
     * An entry of a file that is to be registered at a running product.
     *
     * @param json its fields in camelCase, without the token's file
     * @param employeeTokenFile the file that holds its token, or null
     */
    public record Entry(String json, String employeeTokenFile) {}

    /** Entries as they are written, checked by whoever registers them. */
    public static List<Entry> entries(Path file) {
        Content content = parse(file);
        return content == null || content.creditors() == null
                ? List.of()
                : content.creditors().stream()
                        .map(each -> new Entry(CreditorForm.withoutToken(each), each.employeeTokenFile()))
                        .toList();
    }

    private static Content parse(Path file) {
        try {
            return YAML.readValue(Files.readString(file), Content.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new WrongSetting(
                    place(file, unknown), "is not a field of a creditor", "correct the name or remove it");
        } catch (JsonMappingException wrong) {
            throw wrong.getCause() instanceof JsonParseException broken
                    ? invalid(file, broken)
                    : new WrongSetting(place(file, wrong), "has a value that cannot be used", "correct the value");
        } catch (JsonProcessingException broken) {
            throw invalid(file, broken);
        } catch (MalformedInputException otherLetters) {
            throw new WrongSetting(KEY + " (" + file + ")", "is not written in UTF-8", "save it as UTF-8");
        } catch (IOException unreadable) {
            throw new WrongSetting(KEY, "names " + file + ", which cannot be read", "create it or name another file");
        }
    }

    private static WrongSetting invalid(Path file, JsonProcessingException broken) {
        int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
        return new WrongSetting(
                KEY + " (" + file + ", line " + line + ")",
                "is not valid YAML or has a field twice",
                "correct that line");
    }

    /** Without the line: records are built when their last field has been read, so Jackson's line is too late. */
    private static String place(Path file, JsonMappingException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
        return KEY + " (" + file + ") field " + (path.isEmpty() ? "creditors" : path.substring(1));
    }
}
