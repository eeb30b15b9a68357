package no.kravbro.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.kravbro.flows.World;

/** A person of the support staff who works the dead letters off, over the HTTP interface and in the way it offers. */
final class Support {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 200;

    private final World world;
    private final HttpClient http = HttpClient.newHttpClient();

    Support(World world) {
        this.world = world;
    }

    /** Everything that waits for a person. */
    List<JsonNode> open() {
        List<JsonNode> letters = new ArrayList<>();
        for (int page = 0; letters.size() == page * PAGE; page++) {
            send("GET", "?state=OPEN&size=" + PAGE + "&page=" + page, null)
                    .path("items")
                    .forEach(letters::add);
        }
        return letters;
    }

    /** Asks where it may have landed, else tries again, else corrects; what none of that fits is closed by hand. */
    String workOff(JsonNode letter) {
        List<String> may = new ArrayList<>();
        letter.path("actions").forEach(action -> may.add(action.asText()));
        String way = may.contains("inquire")
                ? "inquire"
                : may.contains("retry") ? "retry" : may.contains("correct") ? "correct" : "close";
        String body =
                switch (way) {
                    case "retry" -> "{\"mended\":\"The storm is over\"}";
                    case "correct" -> "{\"fields\":{\"debtor.email\":\"ny.adresse@example.com\"}}";
                    case "close" -> "{\"reason\":\"OTHER\",\"text\":\"Looked at, nothing to do\"}";
                    default -> "";
                };
        send("POST", "/" + letter.path("id").asLong() + "/" + way, body);
        return way;
    }

    private JsonNode send(String method, String path, String body) {
        HttpRequest request = world.api("/dead-letters" + path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
