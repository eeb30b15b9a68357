package no.kravbro.sandbox.tripletex;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One object of one company, by the API's field names. Money is øre, days are text, references are ids. Names that begin
 * with an underscore are the sandbox's own and never leave it.
 */
record Row(long company, String type, long id, Map<String, Object> values) {

    /** Companies' rows, ids in order. */
    static String key(long company, String type, long id) {
        String digits = Long.toString(id);
        return company + "/" + type + "/" + "0".repeat(16 - digits.length()) + digits;
    }

    String key() {
        return key(company, type, id);
    }

    /** A copy with these fields set: name, value, name, value; a null value takes the field away. */
    Row with(Object... pairs) {
        Map<String, Object> more = new HashMap<>(values);
        for (int i = 0; i < pairs.length; i += 2) {
            String field = (String) pairs[i];
            if (!field.startsWith("_") && !type.startsWith("_") && !Types.has(type, field)) {
                throw new IllegalArgumentException(type + " has no field " + field);
            }
            if (pairs[i + 1] == null) {
                more.remove(field);
            } else {
                more.put(field, pairs[i + 1] instanceof LocalDate day ? day.toString() : pairs[i + 1]);
            }
        }
        return new Row(company, type, id, more);
    }

    Object get(String field) {
        return field.equals("id") ? Long.valueOf(id) : values.get(field);
    }

    /** A whole number, øre or id; 0 when absent. */
    long number(String field) {
        return get(field) instanceof Number number ? number.longValue() : 0;
    }

    boolean refers(String field, long to) {
        return number(field) == to;
    }

    String text(String field) {
        return (String) get(field);
    }

    boolean flag(String field) {
        return Boolean.TRUE.equals(get(field));
    }

    LocalDate day(String field) {
        String text = text(field);
        return text == null ? null : LocalDate.parse(text);
    }

    List<Long> ids(String field) {
        return get(field) instanceof List<?> list
                ? list.stream().map(each -> ((Number) each).longValue()).toList()
                : List.of();
    }

    Row and(String field, long id) {
        return with(field, Stream.concat(ids(field).stream(), Stream.of(id)).toList());
    }

    Row without(String field, long id) {
        return with(field, ids(field).stream().filter(each -> each != id).toList());
    }
}
