package no.kravbro.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;

/** Where agencies send their events: takes them to the product's door and brings its answer back, unless it dies before. */
final class Doorbell implements AutoCloseable {

    private static final String PATH = "/webhooks/";
    private static final Set<String> OURS = Set.of("host", "connection", "content-length", "upgrade", "http2-settings");

    private final Fate fate;
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile int port;
    private volatile Set<String> wanted = Set.of();

    Doorbell(Fate fate) {
        this.fate = fate;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, this::rings);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + PATH + "autocollect";
    }

    /** Somebody is at home, at this port. */
    void opens(int at) {
        port = at;
    }

    /** Events of these names reach us, the others are lost on their way. */
    void hears(Set<String> events) {
        wanted = events;
    }

    private synchronized void rings(HttpExchange event) throws IOException {
        try (event) {
            if (!wanted.contains(event.getRequestHeaders().getFirst("X-Amili-Event"))) {
                event.sendResponseHeaders(204, -1);
            } else if (port != 0 && !fate.isDead()) {
                int status = answer(event);
                fate.pass(new Effect("webhook.receive", "webhook answered " + status, true), () -> {
                    event.sendResponseHeaders(status, -1);
                    return null;
                });
            }
        } catch (Died nobodyAnswers) {
            // The far side sees the connection end.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    private int answer(HttpExchange event) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + event.getRequestURI().getPath()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        event.getRequestBody().readAllBytes()));
        event.getRequestHeaders().forEach((name, values) -> {
            if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
            }
        });
        int status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
        fate.alive();
        return status;
    }

    /** Returns when nobody is at the door any more, also when whoever rang has not waited for us. */
    synchronized void quiet() {
        // The lock is all that is needed.
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
