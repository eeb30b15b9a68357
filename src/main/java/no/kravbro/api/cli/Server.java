package no.kravbro.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options every command has, and the calls it makes. */
final class Server {

    /** How answers are printed. */
    enum Output {
        table,
        json
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ADDRESS =
            Pattern.compile("https?://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+])(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int FIRST_ERROR = 400;
    private static final int NO_KEY = 401;
    private static final String TURNED_AWAY =
            "Kravbro asks for a key that holds: name a file with one by --token-file or KRAVBRO_TOKEN_FILE;"
                    + " an administrator makes it.";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @Option(
            names = "--url",
            defaultValue = "http://localhost:8080",
            description = "Where Kravbro runs (default: ${DEFAULT-VALUE}).")
    private String url;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Output output;

    @Option(names = "--lang", defaultValue = "en", description = "Language of explanations: en or nb (default: en).")
    private String language;

    @Option(
            names = "--token-file",
            description = {
                "File with a key for the API; without it the key in KRAVBRO_TOKEN,",
                "the file KRAVBRO_TOKEN_FILE, or data/api-key for this machine only."
            })
    private Path tokenFile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Answer of a GET; parameters that are null are left out. */
    JsonNode get(String path, Map<String, ?> parameters) {
        return call(question(path, parameters));
    }

    /** The same for an answer that is no JSON. */
    String text(String path, Map<String, ?> parameters) {
        HttpResponse<String> answer = send(question(path, parameters));
        if (answer.statusCode() >= FIRST_ERROR) {
            read(answer);
        }
        return answer.body();
    }

    /** The same for a file. */
    byte[] bytes(String path, Map<String, ?> parameters) {
        HttpResponse<byte[]> answer = send(question(path, parameters), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() >= FIRST_ERROR) {
            read(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    private HttpRequest.Builder question(String path, Map<String, ?> parameters) {
        String query = new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(each -> each.getValue() != null)
                        .map(each -> each.getKey() + "=" + encoded(String.valueOf(each.getValue())))
                        .collect(Collectors.joining("&"));
        return request(path + (query.isEmpty() ? "" : "?" + query)).GET();
    }

    /** Answer of a POST; sent under a key of its own, so that it counts once. */
    JsonNode post(String path, Object body) {
        try {
            return call(request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A request is plain data", impossible);
        }
    }

    /** Answer of a POST of a file. */
    JsonNode post(String path, byte[] content, String type) {
        return call(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    boolean wantsJson() {
        return output == Output.json;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    void json(JsonNode answer) {
        out().println(answer.toPrettyString());
        out().flush();
    }

    /** Prints an answer as it was asked for, all of it as JSON or these items of it as a table; the command's exit code. */
    int print(JsonNode answer, Iterable<JsonNode> items, String... fields) {
        if (wantsJson()) {
            json(answer);
        } else {
            new Table(fields).addAll(items).print(out());
        }
        return 0;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String base() {
        if (!ADDRESS.matcher(url).matches()) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--url is no web address such as http://localhost:8080");
        }
        return url.replaceAll("/+$", "");
    }

    private HttpRequest.Builder request(String path) {
        String base = base();
        String key = KeyFinder.find(tokenFile, System.getenv(), base, KeyFinder.LOCAL);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", language);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private JsonNode call(HttpRequest.Builder request) {
        return read(send(request));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request.build(), handler);
        } catch (IOException unreachable) {
            throw new CallFailed(
                    CallFailed.UNREACHABLE, "No Kravbro answers at " + url + ". Start it, or name another with --url.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CallFailed(CallFailed.UNREACHABLE, "Interrupted");
        }
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return read(answer.statusCode(), answer.body());
    }

    private static JsonNode read(int status, String text) {
        JsonNode body = parsed(text);
        if (status < FIRST_ERROR && body != null) {
            return body;
        }
        if (status == NO_KEY) {
            throw new CallFailed(CallFailed.SAID_NO, TURNED_AWAY);
        }
        String title = body == null ? "" : body.path("title").asText();
        String detail = body == null ? "" : body.path("detail").asText();
        throw new CallFailed(
                CallFailed.SAID_NO,
                title.isEmpty() ? "The server answered " + status + "." : (title + " " + detail).strip());
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notOurs) {
            return null;
        }
    }
}
