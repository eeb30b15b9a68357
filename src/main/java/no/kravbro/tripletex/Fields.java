package no.kravbro.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import no.kravbro.money.Money;

/** Typed access to the members of one object; {@link MalformedAnswer} names the object and the field, never the value. */
final class Fields {

    private final String what;
    private final JsonNode node;

    /** @param what what the object is called in a complaint */
    Fields(String what, JsonNode node) {
        this.what = what;
        this.node = node;
    }

    long id() {
        JsonNode id = needed("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw new MalformedAnswer(what + ": field 'id' is not a whole number");
        }
        return id.longValue();
    }

    /** Øre of an exact decimal; more than two decimals or anything but a number is malformed. */
    long ore(String field) {
        JsonNode value = needed(field);
        if (!value.isNumber()) {
            throw new MalformedAnswer(what + ": field '" + field + "' is not a number");
        }
        try {
            return Money.ore(value.decimalValue());
        } catch (ArithmeticException tooFine) {
            throw new MalformedAnswer(what + ": field '" + field + "' has more than two decimals");
        }
    }

    LocalDate day(String field) {
        needed(field);
        return dayOrNull(field);
    }

    LocalDate dayOrNull(String field) {
        String value = text(field);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException notADay) {
            throw new MalformedAnswer(what + ": field '" + field + "' is not a day");
        }
    }

    /** Text, or null when absent or blank. Numbers are given as text. */
    String text(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() || value.asText().isBlank()
                ? null
                : value.asText().strip();
    }

    /** Text that cannot be absent and has its place in the memory. */
    String text(String field, int longest) {
        String value = needed(field).asText();
        if (value.length() > longest) {
            throw new MalformedAnswer(what + ": field '" + field + "' is longer than " + longest + " characters");
        }
        return value;
    }

    boolean flag(String field) {
        return node.path(field).asBoolean();
    }

    /** Id of a referenced object, or null. */
    Long reference(String field) {
        JsonNode id = node.path(field).path("id");
        return id.isIntegralNumber() ? id.asLong() : null;
    }

    JsonNode needed(String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new MalformedAnswer(what + ": field '" + field + "' is missing; the token may lack an entitlement");
        }
        return value;
    }
}
