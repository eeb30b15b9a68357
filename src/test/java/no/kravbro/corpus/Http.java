package no.kravbro.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import no.kravbro.flows.World;

/** Calls the product's own web server as anybody on the network could, its API with a key. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final World world;

    Http(World world) {
        this.world = world;
    }

    HttpResponse<String> send(String method, String path, Map<String, String> headers, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + world.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (path.startsWith("/api/") && !headers.containsKey("Authorization")) {
            request.header("Authorization", "Bearer " + world.key().value());
        }
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
