package no.kravbro.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The query string of a list call, read strictly: a parameter nobody knows would otherwise silently not filter. Throws
 * {@link ApiProblem}.
 */
public final class Query {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 500;
    private static final int LAST_PAGE = 1_000_000;

    /** Pages that show a list count as far; beyond, a person narrows the question instead of leafing. */
    public static final long COUNTED = 10_000;

    private final Map<String, String> parameters;
    private final boolean ofPage;

    private Query(Map<String, String> parameters) {
        this(parameters, false);
    }

    private Query(Map<String, String> parameters, boolean ofPage) {
        this.parameters = parameters;
        this.ofPage = ofPage;
    }

    /** @param text what stands behind the question mark, or null */
    public static Query parse(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (text != null && !text.isBlank()) {
            for (String pair : text.split("&")) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                if (parameters.put(name, decoded(equals < 0 ? "" : pair.substring(equals + 1))) != null) {
                    throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, name + " stands twice");
                }
            }
        }
        return new Query(parameters);
    }

    /** The same from parameters that are read already; empty ones, as forms send them, are left out. */
    public static Query of(Map<String, String> parameters) {
        Map<String, String> given = new LinkedHashMap<>(parameters);
        given.values().removeIf(String::isBlank);
        return new Query(given);
    }

    /** The same question of a page, which counts no further than {@link #COUNTED}. */
    public Query ofPage() {
        return new Query(parameters, true);
    }

    boolean isOfPage() {
        return ofPage;
    }

    /** The same question with the largest page there is. */
    Query largest() {
        Map<String, String> given = new LinkedHashMap<>(parameters);
        given.put("size", String.valueOf(LARGEST_SIZE));
        return new Query(given);
    }

    /** Refuses every parameter but these, {@code page} and {@code size}. */
    Query only(String... names) {
        Set<String> known = Set.of(names);
        for (String name : parameters.keySet()) {
            if (!known.contains(name) && !name.equals("page") && !name.equals("size")) {
                throw new ApiProblem(ApiProblem.Code.UNKNOWN_PARAMETER, "No parameter is called " + name);
            }
        }
        return this;
    }

    /** Null when it is not given. */
    String text(String name) {
        String value = parameters.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Null when it is not given. */
    <E extends Enum<E>> E oneOf(Class<E> type, String name) {
        String value = text(name);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new ApiProblem(
                        ApiProblem.Code.BAD_PARAMETER,
                        name + " is one of " + Arrays.toString(type.getEnumConstants())));
    }

    /** A number that names a row; null when it is not given. */
    Long id(String name) {
        String value = text(name);
        if (value != null && !value.matches("[0-9]{1,18}")) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, name + " is a whole number");
        }
        return value == null ? null : Long.valueOf(value);
    }

    /** An Oslo day; the other one when it is not given. */
    LocalDate day(String name, LocalDate otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException noDay) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, name + " is a day such as 2026-01-31");
        }
    }

    int page() {
        return number("page", 0, 0, LAST_PAGE);
    }

    int size() {
        return number("size", DEFAULT_SIZE, 1, LARGEST_SIZE);
    }

    private int number(String name, int otherwise, int least, int most) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, name + " is a number from " + least + " to " + most);
        }
        return Integer.parseInt(value);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ApiProblem(ApiProblem.Code.BAD_PARAMETER, "The query string is not well formed");
        }
    }
}
