package no.kravbro.bundle;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A route that is written in Java, as {@code java-routes.yaml} lists it, so that the lint and the map of routes know it
 * without starting anything. A test compares the list with the routes that really run.
 *
 * @param from where its messages come from, for example {@code direct:dead-letter.bury}
 * @param calls names of the {@code direct:} ports it calls; {@code *.x} stands for x of any folder
 */
public record JavaRoute(String id, String from, String description, List<String> calls) {

    private static final String LIST = "/java-routes.yaml";

    public JavaRoute {
        calls = calls == null ? List.of() : List.copyOf(calls);
    }

    /** All routes written in Java. */
    public static List<JavaRoute> all() {
        JsonMapper yaml = JsonMapper.builder(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream list = JavaRoute.class.getResourceAsStream(LIST)) {
            return yaml.readValue(list, new TypeReference<List<JavaRoute>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("The list " + LIST + " cannot be read", e);
        }
    }

    boolean mayCall(String id) {
        return calls.stream()
                .anyMatch(call -> call.equals(id) || call.startsWith("*.") && id.endsWith(call.substring(1)));
    }
}
