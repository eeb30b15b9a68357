package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;

/** One call, seen by the company it is for. Parameters nobody asks about are ignored, as Tripletex ignores them. */
final class Request {

    private final Call call;
    private final Books books;
    private final Session session;
    private final Map<String, String> path;

    Request(Call call, Books books, Session session, Map<String, String> path) {
        this.call = call;
        this.books = books;
        this.session = session;
        this.path = path;
    }

    Call call() {
        return call;
    }

    Books books() {
        return books;
    }

    Session session() {
        return session;
    }

    String segment(String name) {
        return path.get(name);
    }

    long id() {
        return id("id");
    }

    long id(String name) {
        try {
            return Long.parseLong(path.get(name));
        } catch (NumberFormatException e) {
            throw new Refusal(400, 12000, "Illegal path parameter: " + name);
        }
    }

    /** The object the path names. */
    Row object(String type) {
        return books.need(type, id());
    }

    String param(String name) {
        String value = call.param(name);
        return value == null || value.isBlank() ? null : value;
    }

    String needed(String name) {
        String value = param(name);
        if (value == null) {
            throw Refusal.value(name, "Kan ikke være null.");
        }
        return value;
    }

    Long number(String name) {
        String value = param(name);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw parameter(name, value);
        }
    }

    long number(String name, long absent) {
        Long value = number(name);
        return value == null ? absent : value;
    }

    /** Only "true" and "false" will do. */
    boolean flag(String name, boolean absent) {
        String value = param(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw parameter(name, value);
        }
        return value == null ? absent : value.equals("true");
    }

    Set<Long> ids(String name) {
        String value = param(name);
        try {
            return value == null
                    ? null
                    : Arrays.stream(value.split(","))
                            .map(String::trim)
                            .map(Long::valueOf)
                            .collect(Collectors.toSet());
        } catch (NumberFormatException e) {
            throw parameter(name, value);
        }
    }

    LocalDate day(String name) {
        String value = param(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw parameter(name, value);
        }
    }

    LocalDate neededDay(String name) {
        needed(name);
        return day(name);
    }

    /** @throws Refusal 422 when a needed end is missing, or From is not before To */
    Period period(String from, String to, boolean needed) {
        if (needed && (param(from) == null || param(to) == null)) {
            Refusal refusal = new Refusal(422, 15000, "Validering feilet.");
            Arrays.asList(from, to).stream()
                    .filter(name -> param(name) == null)
                    .forEach(name -> refusal.because(name, "Kan ikke være null."));
            throw refusal;
        }
        LocalDate start = day(from);
        LocalDate end = day(to);
        if (start != null && end != null && !start.isBefore(end)) {
            throw Refusal.value(
                    to,
                    "'From and including' value (%s) is greater than or equal to 'To and excluding' value (%s)."
                            .formatted(start, end));
        }
        return new Period(start, end);
    }

    JsonNode body(String type) {
        return Body.object(call.body(), type);
    }

    Fields fields(String type) {
        return Fields.parse(param("fields"), type);
    }

    Reply show(int status, Row row) {
        return Answers.value(status, new View(books).object(row, Fields.ALL));
    }

    /** A read of one object: the filter counts. */
    Reply read(Row row) {
        return Answers.value(200, new View(books).object(row, fields(row.type())));
    }

    private static Refusal parameter(String name, String value) {
        return new Refusal(422, 21000, "Illegal parameter").because(name, "Kan ikke tolke " + value);
    }
}
