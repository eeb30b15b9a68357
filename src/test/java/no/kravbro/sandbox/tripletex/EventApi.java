package no.kravbro.sandbox.tripletex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import no.kravbro.sandbox.Reply;

/** {@code /event}: which webhooks there are, and who wants them. */
final class EventApi {

    private static final Map<String, String> EVENTS = new TreeMap<>(Map.of(
            "invoice.charged", "Invoice",
            "voucher.create", "Voucher",
            "voucher.update", "Voucher",
            "voucher.delete", "Voucher",
            "customer.create", "Customer",
            "customer.update", "Customer",
            "customer.delete", "Customer",
            "closeGroup.create", "CloseGroup",
            "closeGroup.delete", "CloseGroup",
            "voucherstatus.ready", "VoucherStatus"));

    private final Webhooks webhooks;
    private boolean plainHttp;

    EventApi(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** The real one takes https only; a product on this machine has http. */
    void allowPlainHttp() {
        plainHttp = true;
    }

    void register(Router router) {
        router.get("/event", EventApi::events)
                .get("/event/{eventType}", EventApi::event)
                .get(
                        "/event/subscription",
                        request -> Listing.plain(request, "Subscription", request.books().stream("Subscription")))
                .post("/event/subscription", this::subscribe)
                .get("/event/subscription/{id}", request -> request.read(request.object("Subscription")))
                .put("/event/subscription/{id}", this::change)
                .delete("/event/subscription/{id}", this::cancel);
    }

    private static Reply events(Request request) {
        ObjectNode events = JsonNodeFactory.instance.objectNode();
        EVENTS.forEach((name, type) -> events.putObject(name).put("description", "Something happened to " + type));
        return Answers.value(200, events);
    }

    private static Reply event(Request request) {
        String name = request.segment("eventType");
        if (!EVENTS.containsKey(name)) {
            throw Refusal.notFound();
        }
        Row info = new Row(0, "EventInfo", 0, Map.of())
                .with("name", name, "description", "Something happened", "payloadModel", EVENTS.get(name));
        return request.read(info);
    }

    private Reply subscribe(Request request) {
        JsonNode body = request.body("Subscription");
        Books books = request.books();
        String event = Body.text(body, "event");
        if (event == null || !EVENTS.containsKey(event)) {
            throw Refusal.rule("event", "Ukjent hendelse.");
        }
        String owner = request.session().token().text("token");
        if (books.stream("Subscription")
                .anyMatch(row -> event.equals(row.text("event")) && owner.equals(row.text("_owner")))) {
            throw new Refusal(409, 7000, "A subscription of this event exists");
        }
        Row row = books.add("Subscription", "event", event, "status", "ACTIVE", "_owner", owner);
        return request.show(201, books.put(fill(row, body)));
    }

    private Reply change(Request request) {
        JsonNode body = request.body("Subscription");
        Row row = request.object("Subscription");
        String status = Body.text(body, "status");
        Row filled = fill(row.with("status", status == null ? row.text("status") : status), body);
        return request.show(200, request.books().update(filled.with("_failingSince", null)));
    }

    private Reply cancel(Request request) {
        Row row = request.object("Subscription");
        webhooks.forget(request.books(), row.id());
        request.books().remove(row);
        return Reply.empty(204);
    }

    private Row fill(Row row, JsonNode body) {
        Row filled = row;
        for (String field : new String[] {"targetUrl", "fields", "authHeaderName"}) {
            filled = body.has(field) ? filled.with(field, Body.text(body, field)) : filled;
        }
        for (String secret : new String[] {"authHeaderValue", "hmacSharedSecret"}) {
            filled = body.has(secret) ? filled.with("_" + secret, Body.text(body, secret)) : filled;
        }
        check(filled);
        return filled;
    }

    private void check(Row row) {
        String target = row.text("targetUrl");
        String scheme = target == null ? null : URI.create(target).getScheme();
        if (!"https".equals(scheme) && !(plainHttp && "http".equals(scheme))) {
            throw Refusal.rule("targetUrl", "Må være en absolutt https-adresse.");
        }
        String secret = row.text("_hmacSharedSecret");
        if (secret != null && (secret.length() < 10 || secret.length() > 100)) {
            throw Refusal.rule("hmacSharedSecret", "Må ha mellom 10 og 100 tegn.");
        }
        String name = row.text("authHeaderName");
        if (name != null && name.length() > 255) {
            throw Refusal.rule("authHeaderName", "Kan ikke være lengre enn 255 tegn.");
        }
        Fields.parse(row.text("fields"), EVENTS.get(row.text("event")));
    }
}
