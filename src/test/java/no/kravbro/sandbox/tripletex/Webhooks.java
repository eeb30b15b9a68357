package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Queue of webhooks to send, kept with the books. A failed one comes again at doubling distances for 30 hours and then
 * never; a week of failures disables the subscription.
 */
final class Webhooks implements Events {

    private static final String QUEUED = "_Webhook";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GIVE_UP = Duration.ofHours(30);
    private static final Duration DISABLE = Duration.ofDays(7);

    private final Archive archive;

    Webhooks(Archive archive) {
        this.archive = archive;
    }

    @Override
    public void happened(Books books, String event, long id, Row row) {
        books.stream("Subscription")
                .filter(each -> event.equals(each.text("event")) && "ACTIVE".equals(each.text("status")))
                .toList()
                .forEach(each -> queue(books, each, event, id, row));
    }

    private void queue(Books books, Row subscription, String event, long id, Row row) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("subscriptionId", subscription.id()).put("event", event).put("id", id);
        JsonNode value = row == null
                ? JsonNodeFactory.instance.nullNode()
                : new View(books).object(row, Fields.parse(subscription.text("fields"), row.type()));
        body.set("value", value);
        String now = archive.clock().instant().toString();
        Row queued = books.add(
                QUEUED,
                "subscription",
                subscription.id(),
                "key",
                UUID.randomUUID().toString());
        books.put(queued.with("body", Answers.text(body), "since", now, "due", now, "attempts", 0));
    }

    /** What is due, ready to be sent. */
    List<Shipment> due() {
        Instant now = archive.clock().instant();
        List<Shipment> due = new ArrayList<>();
        for (Books books : archive.companies()) {
            books.stream(QUEUED)
                    .filter(row -> !Instant.parse(row.text("due")).isAfter(now))
                    .forEach(row -> due.add(shipment(books, row)));
        }
        return due;
    }

    /** One webhook on its way. */
    record Shipment(long company, long id, String target, Map<String, String> headers, byte[] body) {}

    private static Shipment shipment(Books books, Row queued) {
        Row subscription = books.get("Subscription", queued.number("subscription"));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("idempotency-key", queued.text("key"));
        if (subscription.text("authHeaderName") != null) {
            headers.put(subscription.text("authHeaderName"), subscription.text("_authHeaderValue"));
        }
        if (subscription.text("_hmacSharedSecret") != null) {
            headers.put(
                    "x-request-signature",
                    sign(subscription.text("_hmacSharedSecret"), queued.text("key"), queued.text("body")));
        }
        byte[] body = queued.text("body").getBytes(StandardCharsets.UTF_8);
        return new Shipment(books.company(), queued.id(), subscription.text("targetUrl"), headers, body);
    }

    void sent(Shipment shipment, int status) {
        Books books = archive.of(shipment.company());
        Row queued = books.get(QUEUED, shipment.id());
        if (queued == null) {
            return;
        }
        Row subscription = books.get("Subscription", queued.number("subscription"));
        if (status >= 200 && status < 300) {
            books.remove(queued);
            books.put(subscription.with("_failingSince", null));
            return;
        }
        failed(books, subscription);
        Instant now = archive.clock().instant();
        long attempts = queued.number("attempts") + 1;
        if (Duration.between(Instant.parse(queued.text("since")), now).compareTo(GIVE_UP) > 0) {
            books.remove(queued);
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 12));
            books.put(queued.with("attempts", attempts, "due", now.plus(pause).toString()));
        }
    }

    private void failed(Books books, Row subscription) {
        Instant now = archive.clock().instant();
        String since = subscription.text("_failingSince");
        if (since == null) {
            books.put(subscription.with("_failingSince", now.toString()));
        } else if (Duration.between(Instant.parse(since), now).compareTo(DISABLE) > 0) {
            books.put(subscription.with("status", "DISABLED_TOO_MANY_ERRORS"));
        }
    }

    /** Removes what waits for a subscription that is gone. */
    void forget(Books books, long subscription) {
        books.stream(QUEUED)
                .filter(row -> row.refers("subscription", subscription))
                .toList()
                .forEach(books::remove);
    }

    static String sign(String secret, String key, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return Base64.getEncoder().encodeToString(mac.doFinal((key + "&" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA512 is part of every JDK", e);
        }
    }
}
