package no.kravbro.sandbox.autocollect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Faults;
import no.kravbro.sandbox.Forms;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.Store;
import no.kravbro.sandbox.trade.OsloDays;

/** The sandbox under test, with a clock that stands still. Every answer it gives is held against the contract. */
final class Agency {

    static final ObjectMapper JSON = new ObjectMapper();

    final SandboxClock clock;
    final Faults faults = new Faults(1);
    final AutoCollectSandbox sandbox;
    private String token;
    private int keys;

    Agency(String start) {
        this(start, new Store(null), AutoCollectSettings.story());
    }

    Agency(String start, Store store, AutoCollectSettings settings) {
        Instant instant = Instant.parse(start);
        clock = new SandboxClock(instant, Clock.fixed(instant, ZoneOffset.UTC));
        sandbox = new AutoCollectSandbox(store, clock, settings.clocks(clock, clock), faults);
    }

    /** Lets the clock and the agency go on to this hour of this day, Oslo. */
    void until(String day, int hour) {
        Instant then = OsloDays.at(LocalDate.parse(day), LocalTime.of(hour, 0));
        clock.advance(Duration.between(clock.instant(), then));
        sandbox.onTimeMoved();
        newToken();
    }

    Reply get(String path) {
        return call("GET", path, "", "");
    }

    JsonNode data(String path) {
        Reply reply = get(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return tree(reply).get("data");
    }

    /** Under a new idempotency key. */
    Reply post(String path, String body) {
        return post(path, body, "key-" + ++keys);
    }

    Reply post(String path, String body, String key) {
        return call("POST", path, body, key);
    }

    /** Posts, lets the batch be decided, and returns it. */
    JsonNode done(String path, String body) {
        Reply reply = post(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        sandbox.processBatches();
        return data("batches/" + tree(reply).at("/data/batchId").asText());
    }

    private Reply call(String method, String pathAndQuery, String body, String key) {
        String[] parts = pathAndQuery.split("\\?", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token());
        headers.put("Content-Type", "application/json");
        headers.put("Host", "localhost:9102");
        if (!key.isEmpty()) {
            headers.put("IdempotencyKey", key);
        }
        String path = AutoCollectSandbox.BASE + "/orgs/" + Organization.NORDLYS.id() + "/" + parts[0];
        return checked(new Call(method, path, Forms.parse(parts.length == 2 ? parts[1] : ""), headers, bytes(body)));
    }

    Reply checked(Call call) {
        Reply reply = sandbox.handle(call);
        assertThat(Contract.broken(call, reply))
                .as("%s: %s", call.path(), reply.text())
                .isEmpty();
        return reply;
    }

    Reply token(String secret) {
        String form = "grant_type=client_credentials&client_id=kravbro-test&client_secret=" + secret;
        Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
        return checked(new Call("POST", "/token", Map.of(), headers, bytes(form)));
    }

    String token() {
        if (token == null) {
            token = tree(token("not-a-secret")).get("access_token").asText();
        }
        return token;
    }

    void newToken() {
        token = null;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode tree(Reply reply) {
        try {
            return JSON.readTree(reply.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
