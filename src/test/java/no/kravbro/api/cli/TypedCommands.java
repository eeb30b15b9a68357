package no.kravbro.api.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server that answers commands as a test wants it, and remembers what they sent. */
abstract class TypedCommands {

    final Map<String, String> answers = new HashMap<>();
    final List<String> keys = new ArrayList<>();
    final List<String> calls = new ArrayList<>();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    private HttpServer server;
    int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    final int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--url");
        all.add("http://localhost:" + server.getAddress().getPort() + "/");
        return Cli.run(writer(out), writer(err), all.toArray(String[]::new));
    }

    static PrintWriter writer(StringWriter into) {
        return new PrintWriter(into, true);
    }

    private void answer(HttpExchange exchange) throws IOException {
        keys.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        String text = answers.get(exchange.getRequestURI().getPath());
        byte[] bytes = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(text == null ? 404 : status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
