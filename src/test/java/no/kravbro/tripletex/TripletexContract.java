package no.kravbro.tripletex;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.kravbro.sandbox.Call;

/**
 * Tripletex' own OpenAPI document (2.74.00), asked whether a request is one of its requests: path, method, parameter
 * names and kinds, names inside {@code fields}, body. A parameter or member it does not know is a failure, because the
 * real API ignores those in silence. The document lies at {@code -Dtest.shared}/tripletex/openapi.json, default
 * {@code ../shared}; without it the tests that need it are skipped with a message.
 */
public final class TripletexContract {

    private static final Path FILE =
            Path.of(System.getProperty("test.shared", "../shared"), "tripletex", "openapi.json");

    /** Why nothing can be checked. */
    public static final String MISSING = "Tripletex' OpenAPI document is not at " + FILE
            + "; set -Dtest.shared to the directory that holds tripletex/openapi.json";

    private static TripletexContract loaded;

    private final JsonNode document;
    private static final String MULTIPART = "multipart/form-data";

    /** The schema says read-only, the text about the call says that it must be sent. */
    private static final Set<String> DECIDED = Set.of("POST /voucherStatus: body.type is read-only");

    private final SchemaCheck schemas;

    private TripletexContract(JsonNode document) {
        this.document = document;
        this.schemas = new SchemaCheck(document);
    }

    /** The contract, or the calling test is skipped. */
    public static TripletexContract orSkip() {
        Optional<TripletexContract> contract = find();
        assumeTrue(contract.isPresent(), "Skipped: " + MISSING);
        return contract.orElseThrow();
    }

    /** The contract, or nothing where the document is not at hand. */
    public static synchronized Optional<TripletexContract> find() {
        if (loaded == null && Files.isReadable(FILE)) {
            try {
                loaded = new TripletexContract(new ObjectMapper().readTree(FILE.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.ofNullable(loaded);
    }

    /** A call that a sandbox received; its path may begin with /v2. */
    public List<String> check(Call call) {
        Map<String, String> query = call.query().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> String.join(",", e.getValue())));
        return check(call.method(), call.path(), query, call.text());
    }

    public List<String> check(TripletexRequest request) {
        return check(request.method(), request.path(), request.query(), request.body());
    }

    /**
     * What is wrong with a request; empty when nothing is.
     *
     * @param path encoded or not, with or without /v2
     * @param query decoded
     * @param body JSON, null or empty for none
     */
    public List<String> check(String method, String path, Map<String, String> query, String body) {
        String plain = URLDecoder.decode(path, StandardCharsets.UTF_8).replaceFirst("^/v2(?=/)", "");
        JsonNode operation = operation(method, plain);
        if (operation == null) {
            return List.of(method + " " + plain + " is not in the document");
        }
        List<String> problems = new ArrayList<>();
        parameters(operation, query, problems);
        body(operation, body, problems);
        return problems.stream()
                .map(problem -> method + " " + plain + ": " + problem)
                .filter(problem -> !DECIDED.contains(problem))
                .toList();
    }

    /** A path without variables wins over one with: {@code /invoice/paymentType} is not {@code /invoice/{id}}. */
    private JsonNode operation(String method, String path) {
        JsonNode exact = document.path("paths").path(path);
        if (exact.isObject()) {
            return exact.get(method.toLowerCase());
        }
        for (Map.Entry<String, JsonNode> each : document.path("paths").properties()) {
            String pattern = each.getKey().replaceAll("([:>.])", "\\\\$1").replaceAll("\\{[^}]+}", "[^/]+");
            if (path.matches(pattern) && each.getValue().has(method.toLowerCase())) {
                return each.getValue().get(method.toLowerCase());
            }
        }
        return null;
    }

    private void parameters(JsonNode operation, Map<String, String> query, List<String> problems) {
        Set<String> unknown = new TreeSet<>(query.keySet());
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            if (!parameter.path("in").asText().equals("query")) {
                continue;
            }
            unknown.remove(name);
            String value = query.get(name);
            if (value == null && parameter.path("required").asBoolean()) {
                problems.add("parameter '" + name + "' is missing");
            } else if (value != null && !kind(parameter.path("schema"), value)) {
                problems.add("parameter '" + name + "' is no "
                        + parameter.at("/schema/type").asText());
            }
        }
        unknown.forEach(name -> problems.add("parameter '" + name + "' is not known"));
        if (query.containsKey("fields")) {
            schemas.fields(answer(operation), query.get("fields"), problems);
        }
    }

    private static boolean kind(JsonNode schema, String value) {
        return switch (schema.path("type").asText()) {
            case "integer" -> value.matches("-?\\d+");
            case "number" -> value.matches("-?\\d+(\\.\\d+)?");
            case "boolean" -> value.matches("true|false");
            default -> true;
        };
    }

    private void body(JsonNode operation, String body, List<String> problems) {
        JsonNode content = operation.path("requestBody").path("content");
        boolean sent = body != null && !body.isEmpty();
        if (content.isMissingNode()) {
            if (sent) {
                problems.add("takes no body");
            }
            return;
        }
        if (!sent) {
            problems.add("body is missing");
            return;
        }
        if (content.has(MULTIPART)) {
            parts(content.path(MULTIPART).path("schema"), body, problems);
            return;
        }
        try {
            JsonNode schema = content.properties().iterator().next().getValue().path("schema");
            schemas.body(schema, new ObjectMapper().readTree(body), "body", problems);
        } catch (IOException notJson) {
            problems.add("body is not JSON");
        }
    }

    private static void parts(JsonNode schema, String body, List<String> problems) {
        for (JsonNode required : schema.path("required")) {
            if (!body.contains("name=\"" + required.asText() + "\"")) {
                problems.add("part '" + required.asText() + "' is missing");
            }
        }
    }

    /** The schema of one object in the answer of a read. */
    private JsonNode answer(JsonNode operation) {
        JsonNode content = operation.path("responses").path("200").path("content");
        JsonNode wrapper = schemas.resolve(
                content.properties().iterator().next().getValue().path("schema"));
        JsonNode values = wrapper.path("properties").path("values");
        return values.isMissingNode() ? wrapper.path("properties").path("value") : values.path("items");
    }
}
