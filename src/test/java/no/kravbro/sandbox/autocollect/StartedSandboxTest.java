package no.kravbro.sandbox.autocollect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.ClockMemory;
import no.kravbro.sandbox.Control;
import no.kravbro.sandbox.Faults;
import no.kravbro.sandbox.Heartbeat;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.SandboxServer;
import no.kravbro.sandbox.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Put together as an application does it: ports, heartbeat, control page, a file; and started a second time. */
class StartedSandboxTest {

    private static final Instant FIRST = Instant.parse("2026-01-05T07:00:00Z");

    private final HttpClient client = HttpClient.newHttpClient();
    private final CallLog events = new CallLog();
    private final Faults faults = new Faults(1);

    @TempDir
    private Path folder;

    @Test
    void livesByItselfAndGoesOnWhereItStood() throws Exception {
        try (SandboxServer product =
                new SandboxServer("product", call -> Reply.empty(204), 0, new Faults(1), events).start()) {
            run(product, (auto, control) -> {
                String invoices = auto.baseUrl() + "/collection/v1/orgs/" + Organization.NORDLYS.id() + "/invoices";
                String token = Agency.JSON
                        .readTree(post(
                                        auto.baseUrl() + "/token",
                                        "grant_type=client_credentials&client_id=kravbro-test"
                                                + "&client_secret=not-a-secret",
                                        "")
                                .body())
                        .get("access_token")
                        .asText();
                String body = Handover.of("57", "2400.00", "2025-12-15").body();
                assertThat(post(invoices, body, token).statusCode()).isEqualTo(202);
                await().atMost(Duration.ofSeconds(20)).until(() -> events.total() >= 3);
                HttpResponse<String> moved = post(control.baseUrl() + "/clock/advance", "{\"days\":30}", "");
                assertThat(moved.body()).isEqualTo("{\"now\":\"2026-02-04T08:00:00+01:00\"}");
            });
            run(product, (auto, control) -> {
                HttpRequest page = HttpRequest.newBuilder(URI.create(control.baseUrl() + "/overview"))
                        .build();
                assertThat(client.send(page, BodyHandlers.ofString()).body())
                        .contains("\"now\":\"2026-02-04T08:00")
                        .contains("\"invoices\":1");
            });
        }
    }

    private interface Use {
        void of(SandboxServer auto, SandboxServer control) throws Exception;
    }

    private void run(SandboxServer product, Use use) throws Exception {
        try (Store store = new Store(folder.resolve("sandbox.mv").toString())) {
            Clock standing = Clock.fixed(FIRST, SandboxClock.OSLO);
            ClockMemory memory = new ClockMemory(store);
            SandboxClock clock = memory.clock(FIRST, standing);
            AutoCollectSettings settings =
                    AutoCollectSettings.story().webhooksTo(product.baseUrl() + "/webhooks/autocollect");
            AutoCollectSandbox sandbox = new AutoCollectSandbox(store, clock, settings, faults);
            Control page = new Control(clock, memory, faults).register(AutoCollectSandbox.NAME, sandbox);
            try (SandboxServer auto =
                            new SandboxServer(AutoCollectSandbox.NAME, sandbox, 0, faults, new CallLog()).start();
                    SandboxServer control = new SandboxServer("control", page, 0, faults, new CallLog()).start();
                    Heartbeat heartbeat = new Heartbeat()
                            .every(Duration.ofMillis(200), page::tick)
                            .every(Duration.ofMillis(100), sandbox::deliverEvents)) {
                assertThat(heartbeat).isNotNull();
                use.of(auto, control);
            }
        }
    }

    private HttpResponse<String> post(String url, String body, String token) throws Exception {
        String type = url.endsWith("/token") ? "application/x-www-form-urlencoded" : "application/json";
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .header("IdempotencyKey", "k1")
                .POST(BodyPublishers.ofString(body, UTF_8))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
