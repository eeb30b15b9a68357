package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import no.kravbro.sandbox.SandboxClock;

/**
 * Reads the members of a request strictly: a missing or wrongly formed one is refused with 400 and its name, an amount
 * with more than two decimals with 422.
 */
record Fields(JsonNode node, String path) {

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T.+)?");

    static Fields of(JsonNode node) {
        return new Fields(node, "");
    }

    Fields at(String name, JsonNode member) {
        return new Fields(member, path + name + ".");
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** The member, which must be an array with 1 to {@code most} objects. */
    JsonNode objects(String name, int most) {
        JsonNode all = node.path(name);
        if (!all.isArray() || all.isEmpty() || all.size() > most) {
            throw wrong(name, "1 to " + most + " items are needed");
        }
        for (JsonNode one : all) {
            if (!one.isObject()) {
                throw wrong(name, "every item must be an object");
            }
        }
        return all;
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null || text.isBlank()) {
            throw wrong(name, "is required");
        }
        return text;
    }

    String optionalText(String name) {
        if (!has(name)) {
            return null;
        }
        if (!node.get(name).isTextual()) {
            throw wrong(name, "must be a text");
        }
        return node.get(name).asText();
    }

    String text(String name, Pattern pattern) {
        String text = text(name);
        if (!pattern.matcher(text).matches()) {
            throw wrong(name, "must match " + pattern);
        }
        return text;
    }

    String text(String name, int longest) {
        String text = optionalText(name);
        if (text != null && text.length() > longest) {
            throw wrong(name, "is longer than " + longest);
        }
        return text;
    }

    boolean flag(String name) {
        if (!node.path(name).isBoolean()) {
            throw wrong(name, "must be true or false");
        }
        return node.get(name).asBoolean();
    }

    long ore(String name) {
        if (!node.path(name).isNumber()) {
            throw wrong(name, "must be a number");
        }
        BigDecimal amount = node.get(name).decimalValue();
        if (amount.stripTrailingZeros().scale() > 2) {
            throw ApiError.unprocessable("INVALID_DATA", "More than two decimals", path + name);
        }
        return amount.movePointRight(2).longValueExact();
    }

    LocalDate day(String name) {
        LocalDate day = optionalDay(name);
        if (day == null) {
            throw wrong(name, "is required");
        }
        return day;
    }

    /** A date; a time part counts only when it is not midnight UTC, and then in Oslo. */
    LocalDate optionalDay(String name) {
        String text = optionalText(name);
        if (text == null) {
            return null;
        }
        if (!DAY.matcher(text).matches()) {
            throw wrong(name, "must be a date");
        }
        try {
            return text.length() == 10 || text.endsWith("T00:00:00Z")
                    ? LocalDate.parse(text.substring(0, 10))
                    : OffsetDateTime.parse(text)
                            .atZoneSameInstant(SandboxClock.OSLO)
                            .toLocalDate();
        } catch (DateTimeException e) {
            throw wrong(name, "is not a date of the calendar");
        }
    }

    private ApiError wrong(String name, String what) {
        return ApiError.badRequest(name + " " + what, path + name);
    }
}
