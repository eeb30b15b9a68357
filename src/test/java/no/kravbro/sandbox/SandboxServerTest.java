package no.kravbro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault as a client meets it, and whether the partner had done the work by then. */
class SandboxServerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AtomicInteger worked = new AtomicInteger();
    private final Faults faults = new Faults(1);
    private final CallLog log = new CallLog();
    private final HttpClient client = HttpClient.newHttpClient();
    private SandboxServer server;

    @BeforeEach
    void start() {
        server = new SandboxServer("far", this::answer, 0, faults, log).start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Reply answer(Call call) {
        worked.incrementAndGet();
        return Reply.json(201, "{\"path\":\"" + call.path() + "\",\"q\":\"" + call.param("q") + "\"}");
    }

    @Test
    void passesPathQueryAndBody() throws Exception {
        assertThat(send("/a/%3Eb?q=x%26y").body()).isEqualTo("{\"path\":\"/a/>b\",\"q\":\"x&y\"}");
        assertThat(log.of("POST", "/a/.*")).singleElement().satisfies(logged -> {
            assertThat(logged.call().text()).isEqualTo("body æ");
            assertThat(logged.reply().status()).isEqualTo(201);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_BEFORE", "RESET_AFTER", "TRUNCATED"})
    void breaksTheConnection(FaultKind kind) throws Exception {
        faults.plan("far", Fault.next(kind, 1));
        assertThatThrownBy(() -> send("/a")).isInstanceOf(IOException.class);
        assertThat(worked).hasValue(kind.processed() ? 1 : 0);
        assertThat(send("/a").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR_500_BEFORE,500,0",
        "ERROR_500_AFTER,500,1",
        "UNAVAILABLE_503,503,0",
        "TOO_MANY_429,429,0",
        "GARBAGE,201,1"
    })
    void answersWrong(FaultKind kind, int status, int done) throws Exception {
        faults.plan("far", Fault.next(kind, 1).on("POST", "/a.*"));
        assertThat(send("/b").body()).startsWith("{");
        HttpResponse<String> answer = send("/a/1");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotStartWith("{");
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(worked).hasValue(1 + done);
    }

    @Test
    void namesTheWaitWhenAskedTo() throws Exception {
        faults.plan("far", Fault.next(FaultKind.TOO_MANY_429, 1).retryAfter(30));
        assertThat(send("/a").headers().firstValue("Retry-After")).hasValue("30");
    }

    /** What the client waits for in vain has been done all the same. */
    @Test
    void holdsTheAnswerUntilReleased() throws Exception {
        faults.plan("far", Fault.next(FaultKind.TIMEOUT_AFTER_COMMIT, 1));
        CompletableFuture<HttpResponse<String>> late =
                client.sendAsync(request("/a", PATIENCE), BodyHandlers.ofString());
        Awaitility.await("the work is done").atMost(PATIENCE).until(() -> worked.get() == 1);
        assertThatThrownBy(() -> late.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        // The hold begins a moment after the work, so the first release may come too early.
        Awaitility.await("the answer is out").atMost(PATIENCE).until(() -> {
            faults.release("far");
            return late.isDone();
        });
        assertThat(late.get().statusCode()).isEqualTo(201);
    }

    @Test
    void refusesUntilClearedAndKeepsItsPort() throws Exception {
        int port = server.port();
        faults.plan("far", Fault.next(FaultKind.REFUSED, 1));
        assertThatThrownBy(() -> send("/a")).isInstanceOf(ConnectException.class);
        faults.clear("far");
        assertThat(send("/a").statusCode()).isEqualTo(201);
        assertThat(server.port()).isEqualTo(port);
    }

    @Test
    void listensAgainAlsoWhenItIsRefusedTwice() throws Exception {
        faults.plan("far", Fault.next(FaultKind.REFUSED, 1).lasting(Duration.ofMillis(300)));
        faults.plan("far", Fault.next(FaultKind.REFUSED, 1).lasting(Duration.ofMillis(1)));
        Awaitility.await("somebody listens")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> send("/a").statusCode() == 201);
    }

    @Test
    void noConnectionTakesThePortWhileItIsRefused() throws Exception {
        faults.plan("far", Fault.next(FaultKind.REFUSED, 1));
        try (Socket outgoing = new Socket()) {
            assertThatThrownBy(() -> outgoing.bind(new InetSocketAddress("localhost", server.port())))
                    .isInstanceOf(BindException.class);
        }
        faults.clear("far");
    }

    @Test
    void sameSeedSameTroubles() {
        assertThat(troubles(7))
                .isEqualTo(troubles(7))
                .isNotEqualTo(troubles(8))
                .contains("x")
                .contains(".");
    }

    private static String troubles(long seed) {
        Faults some = new Faults(seed);
        some.plan("far", Fault.next(FaultKind.ERROR_500_AFTER, 0).percent(30));
        StringBuilder seen = new StringBuilder();
        Call call = new Call("GET", "/", Map.of(), Map.of(), new byte[0]);
        for (int i = 0; i < 60; i++) {
            seen.append(some.strike("far", call).isPresent() ? 'x' : '.');
        }
        return seen.toString();
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return client.send(request(path, PATIENCE), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofString("body æ"))
                .build();
    }
}
