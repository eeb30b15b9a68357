package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.kravbro.delivery.Inbox;
import no.kravbro.delivery.InboxEntry;
import no.kravbro.flows.World;

/** Sends events to the door for events. What is refused there is not kept, and the sender keeps it; after it a right one enters. */
final class WebhookFeeder implements Feeder {

    private static final Path SECRET = Path.of("src/test/resources/sandbox/secrets/autocollect-webhook");
    private static final byte[] GOOD =
            "{\"type\":\"BATCH_COMPLETED\",\"data\":{\"batchId\":\"none\"}}".getBytes(StandardCharsets.UTF_8);
    private static final Duration STALE = Duration.ofMinutes(6);

    private final World world;
    /** What the door judges signatures by. */
    private final Clock machine;

    private final Http http;
    private final byte[] secret;

    WebhookFeeder(World world) throws java.io.IOException {
        this.world = world;
        this.machine = world.machine();
        this.http = new Http(world);
        this.secret = Base64.getDecoder().decode(Files.readString(SECRET).strip());
    }

    @Override
    public String feed(Case input) {
        Side side = input.side();
        byte[] body = input.input(new Fill());
        long before = stored();
        HttpResponse<String> answer = http.send(
                side.method() == null ? "POST" : side.method(),
                side.path() == null ? "/webhooks/autocollect" : side.path(),
                headers(input, body),
                body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(side.status());
        if (side.outcome() == Outcome.REFUSED) {
            assertThat(stored()).as("events stored").isEqualTo(before);
        } else {
            assertThat(kept(input.name())).isEqualTo(new String(body, StandardCharsets.UTF_8));
        }
        HttpResponse<String> good =
                http.send("POST", "/webhooks/autocollect", usual("good-" + input.name(), GOOD), GOOD);
        assertThat(good.statusCode()).as("a right event after it").isEqualTo(204);
        assertThat(kept("good-" + input.name())).isNotNull();
        return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
    }

    private long stored() {
        return world.count("select count(*) from inbox where source like '%.webhook'");
    }

    private String kept(String key) {
        return world.bean(Inbox.class)
                .find("autocollect.webhook", key)
                .map(InboxEntry::payload)
                .orElse(null);
    }

    private Map<String, String> usual(String key, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept-Language", "en");
        headers.put("IdempotencyKey", key);
        headers.put("X-Amili-Event", "BATCH_COMPLETED");
        headers.put("X-Webhook-Signature", signature(machine.instant(), body));
        return headers;
    }

    private Map<String, String> headers(Case input, byte[] body) {
        Map<String, String> headers = usual(input.name(), body);
        Instant now = machine.instant();
        String sign = input.side().sign() == null ? "NOW" : input.side().sign();
        String signature =
                switch (sign) {
                    case "NONE" -> "";
                    case "OLD" -> signature(now.minus(STALE), body);
                    case "AHEAD" -> signature(now.plus(STALE), body);
                    case "FORGED" -> "t=" + now.getEpochSecond() + ",v1=" + "0".repeat(64);
                    case "OTHER_BODY" -> signature(now, GOOD);
                    case "OTHER_TIME" ->
                        signature(now, body)
                                .replaceFirst(
                                        "t=\\d+", "t=" + now.minusSeconds(1).getEpochSecond());
                    case "TWICE" -> signature(now, body) + ",t=" + now.getEpochSecond();
                    default -> signature(now, body);
                };
        headers.put("X-Webhook-Signature", signature);
        headers.putAll(input.side().headers());
        return headers;
    }

    private String signature(Instant at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
