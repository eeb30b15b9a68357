package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.kravbro.bundle.ExactJson;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.Transmissions;
import no.kravbro.routes.Proves;
import no.kravbro.secret.KeyChanges;
import no.kravbro.secret.SealedFound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The door for events, knocked at over HTTP as anybody on the network could. */
@Proves({"webhook.receive", "webhook.work", "autocollect.receive-event", "keys.seal-anew"})
@ExtendWith(OutputCaptureExtension.class)
class WebhookDoorTest {

    private static final String SECRET = "a3JhdmJyby13ZWJob29rLXRlc3Qtc2VjcmV0LTAwMDE=";
    private static final String EVENT =
            "{\"type\":\"BATCH_COMPLETED\",\"data\":{\"batchId\":\"b7a1c0de-0000-4000-8000-000000000042\"}}";

    private static World world;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String key = UUID.randomUUID().toString();

    @BeforeAll
    static void start() {
        world = new World("webhook-door").start();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** The time by which the product judges how old a signature is. */
    private static Instant now() {
        return world.machine().instant();
    }

    private Map<String, String> headers(String body, Instant at) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("IdempotencyKey", key);
        headers.put("X-Amili-Event", "BATCH_COMPLETED");
        headers.put("X-Webhook-Signature", signature(at, body));
        return headers;
    }

    private static String signature(Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(SECRET), "HmacSHA256"));
            byte[] sum = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int post(String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        return post(CLIENT, path, headers, body);
    }

    private static int post(HttpClient client, String path, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + world.port() + "/webhooks/" + path))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private int post(String body) throws IOException, InterruptedException {
        return post("autocollect", headers(body, now()), body);
    }

    private long stored() {
        return world.sql()
                .sql("select count(*) from inbox where source = 'autocollect.webhook' and inbox_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private void worked() {
        world.until(
                "event worked on",
                () -> world.sql()
                                .sql("select count(*) from inbox where inbox_key = :key and worked_at is not null")
                                .param("key", key)
                                .query(Long.class)
                                .single()
                        == 1);
    }

    @Test
    void aSignedEventIsStoredAndWorkedOn() throws Exception {
        assertThat(post(EVENT)).isEqualTo(204);
        assertThat(stored()).isEqualTo(1);
        worked();
    }

    @Test
    void aRepeatedEventIsAnsweredAgainAndStoredOnce() throws Exception {
        assertThat(post(EVENT)).isEqualTo(204);
        assertThat(post(EVENT)).isEqualTo(204);
        assertThat(stored()).isEqualTo(1);
        assertThat(post(EVENT.replace("42", "43"))).isEqualTo(422);
        assertThat(world.sql()
                        .sql("select id from inbox where state <> 'CHANGED'")
                        .query(Long.class)
                        .list())
                .noneMatch(id ->
                        world.bean(Inbox.class).find(id).orElseThrow().payload().contains("000000000043"));
    }

    @Test
    void withoutAValidSignatureNothingIsStored() throws Exception {
        Map<String, String> signed = headers(EVENT, now());
        assertThat(post("autocollect", signed, EVENT + " ")).isEqualTo(401);
        assertThat(post("autocollect", headers(EVENT, now().minusSeconds(400)), EVENT))
                .isEqualTo(401);
        assertThat(post("autocollect", headers(EVENT, now().plusSeconds(400)), EVENT))
                .isEqualTo(401);
        Map<String, String> wrong = new LinkedHashMap<>(signed);
        wrong.computeIfPresent("X-Webhook-Signature", (name, value) -> value.substring(0, value.length() - 4) + "0000");
        assertThat(post("autocollect", wrong, EVENT)).isEqualTo(401);
        Map<String, String> unsigned = new LinkedHashMap<>(signed);
        unsigned.remove("X-Webhook-Signature");
        assertThat(post("autocollect", unsigned, EVENT)).isEqualTo(401);
        assertThat(stored()).isZero();
    }

    @Test
    void anUnknownAgencyHasNoDoor() throws Exception {
        assertThat(post("nobody", headers(EVENT, now()), EVENT)).isEqualTo(404);
        assertThat(post("tripletex", headers(EVENT, now()), EVENT)).isEqualTo(404);
    }

    @Test
    void whatIsTooLargeOrMalformedIsRefused() throws Exception {
        String large = "{\"a\":\"" + "x".repeat(1_000_001) + "\"}";
        // On a connection that nobody uses again: the door may close it before it has read everything.
        assertThat(post(HttpClient.newHttpClient(), "autocollect", headers(large, now()), large))
                .isEqualTo(413);
        assertThat(post("this is no JSON")).isEqualTo(400);
        for (String missing : new String[] {"IdempotencyKey", "X-Amili-Event"}) {
            Map<String, String> headers = headers(EVENT, now());
            headers.remove(missing);
            assertThat(post("autocollect", headers, EVENT)).as(missing).isEqualTo(400);
        }
        assertThat(stored()).isZero();
    }

    /** What comes in and goes out is encrypted before it is stored, and no line of the log quotes it. */
    @Test
    void whatIsPlantedIsNeitherInADumpOfTheDatabaseNorInTheLog(CapturedOutput log) throws Exception {
        Planted planted = new Planted(world);
        String told = "{\"note\":\"" + Planted.PERSON + " " + Planted.TOKEN + "\"," + EVENT.substring(1);
        assertThat(post(told)).isEqualTo(204);
        worked();
        assertThat(post(told.replace("42", "43"))).isEqualTo(422);
        assertThat(post("autocollect", headers("forged", now()), told)).isEqualTo(401);
        planted.aTokenIsShown();
        planted.aPasswordIsChosen();
        // Who owes is in the invoice as it was read, in what was to be sent, and in what was sent.
        String sent =
                "select id from delivery where kind = 'SUBMIT_CLAIM' and transmission_id is not null order by id limit 1";
        world.until("a claim is sent", () -> world.count("select count(*) from (" + sent + ") first_one") == 1);
        Delivery claim = world.bean(Deliveries.class).find(world.count(sent)).orElseThrow();
        String street =
                ExactJson.read(claim.payload()).at("/debtor/addressLine1").asText();
        byte[] bytes = world.bean(Transmissions.class).content(claim.transmissionId());
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains(street);
        // It is there: to whom may read it.
        Inbox inbox = world.bean(Inbox.class);
        assertThat(inbox.find("autocollect.webhook", key).orElseThrow().payload())
                .contains(Planted.PERSON, Planted.TOKEN);
        planted.isNotIn(log.getAll(), street);
    }

    /** By the product's own tick. What is asked for is what was there before, however much enters meanwhile. */
    @Test
    void whatIsStoredIsSealedAnewUnderANewerKey() throws Exception {
        assertThat(post(EVENT)).isEqualTo(204);
        worked();
        String before = payload();
        world.bean(KeyChanges.class).rotate(() -> {});
        world.until("sealed anew", () -> world.count("select count(*) from data_keys where swept_at is not null") == 1);
        assertThat(payload()).isNotEqualTo(before).startsWith("sealed:");
        assertThat(world.bean(Inbox.class)
                        .find("autocollect.webhook", key)
                        .orElseThrow()
                        .payload())
                .isEqualTo(EVENT);
        assertThat(SealedFound.known()).containsAll(SealedFound.in(world.sql()));
    }

    private String payload() {
        return world.sql()
                .sql("select payload from inbox where inbox_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    /** The framework steers by headers; nobody outside may have a hand on that wheel. */
    @Test
    void headersOfTheFrameworkSentFromOutsideHaveNoEffect() throws Exception {
        AtomicInteger lured = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            lured.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            String there = "http://localhost:" + elsewhere.getAddress().getPort() + "/";
            Map<String, String> headers = headers(EVENT, now());
            for (String name : new String[] {"CAmelHttpUri", "camelhttpuri", "CamelHttpPath", "CAmelBeanMethodName"}) {
                headers.put(name, there);
            }
            headers.put("agency", "nobody");
            String query = "autocollect?CAmelHttpUri=" + there + "&camelHttpPath=x&agency=nobody&CamelHttpMethod=GET";
            assertThat(post(query, headers, EVENT)).isEqualTo(204);
            worked();
            world.until("a call goes out", () -> world.town().autoCollectCalls().total() > 0);
            assertThat(lured).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }
}
