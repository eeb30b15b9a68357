package no.kravbro.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with a JSON document, in words that name the place and the limit but quote nothing of it. */
public final class JsonFault {

    private static final Map<String, String> LIMITS = Map.of(
            "nesting depth", "is nested deeper than " + ExactJson.DEEPEST + " levels",
            "Number", "holds a number longer than " + ExactJson.LONGEST_NUMBER + " digits",
            "BigDecimal scale", "holds a number with a larger exponent than can be counted",
            "String value", "holds a text longer than " + ExactJson.LONGEST_TEXT + " characters",
            "Name", "holds a name longer than " + ExactJson.LONGEST_NAME + " characters");

    private static final Map<Object, String> WANTED = Map.of(
            LocalDate.class, "is not a day",
            String.class, "is not a text",
            int.class, "is not a whole number",
            Integer.class, "is not a whole number",
            long.class, "is not a whole number",
            Long.class, "is not a whole number");

    private JsonFault() {}

    /** To be put behind what the document is called: {@code The page} + {@code is not JSON (line 3, column 9)}. */
    public static String words(JsonProcessingException broken) {
        String reason = String.valueOf(broken.getOriginalMessage());
        if (broken instanceof StreamConstraintsException) {
            return LIMITS.entrySet().stream()
                    .filter(limit -> reason.contains(limit.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("is larger than is taken");
        }
        if (broken instanceof ExactJson.EmptyDocument) {
            return "is empty";
        }
        if (broken instanceof ExactJson.UncountableNumber) {
            return "holds a number with a larger exponent than can be counted";
        }
        return (reason.startsWith("Duplicate field") ? "has a field twice" : "is not JSON") + place(broken);
    }

    /** Which field of a document of ours cannot be used, and what it should be. @param what what the document is */
    public static String field(String what, JsonMappingException misfit) {
        String path = misfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        Class<?> wanted = misfit instanceof MismatchedInputException input ? input.getTargetType() : null;
        return what + ": field '" + path + "' "
                + (wanted == null ? "cannot be used" : WANTED.getOrDefault(wanted, "cannot be used"));
    }

    private static String place(JsonProcessingException broken) {
        return broken.getLocation() == null || broken.getLocation().getLineNr() < 1
                ? ""
                : " (line " + broken.getLocation().getLineNr() + ", column "
                        + broken.getLocation().getColumnNr() + ")";
    }
}
