package no.kravbro.sandbox;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.kravbro.sandbox.FaultKind.Manner;

/** Asks the partner, lets the planned fault have its way with the answer, and writes everything down. */
final class FaultyHandler implements HttpHandler {

    private static final byte[] GARBAGE = "<html>It works!</html".getBytes(StandardCharsets.UTF_8);

    private final String name;
    private final Partner partner;
    private final Faults faults;
    private final CallLog log;
    private final Map<String, Reply> earlier = new ConcurrentHashMap<>();

    FaultyHandler(String name, Partner partner, Faults faults, CallLog log) {
        this.name = name;
        this.partner = partner;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        Call call = partner.named(Wire.read(exchange));
        if (!faults.seen(name, call, Onlooker.Stage.ARRIVED)) {
            Wire.abort(exchange);
            return;
        }
        Fault fault = faults.strike(name, call).orElse(null);
        Reply reply = reply(call, fault);
        log.add(new LoggedCall(call, reply, fault == null ? null : fault.kind()));
        faults.seen(name, call, Onlooker.Stage.PROCESSED);
        if (fault == null) {
            earlier.put(kind(call), reply);
            Wire.send(exchange, reply);
        } else if (fault.kind().manner() == Manner.CROSS) {
            Wire.send(exchange, earlier.getOrDefault(kind(call), reply));
        } else {
            deliver(exchange, reply, fault);
        }
        faults.seen(name, call, Onlooker.Stage.ANSWERED);
    }

    private static String kind(Call call) {
        return call.method() + " " + call.path().replaceAll("[0-9][0-9a-f-]*", "#");
    }

    private Reply reply(Call call, Fault fault) {
        Reply real = fault == null || fault.kind().processed() ? partner.handle(call) : null;
        if (fault == null || fault.kind().status() == 0) {
            return real;
        }
        Reply failure = partner.failure(fault.kind().status());
        return fault.retryAfter() == null
                ? failure
                : failure.with("Retry-After", fault.retryAfter().toString());
    }

    private void deliver(HttpServerExchange exchange, Reply reply, Fault fault)
            throws IOException, InterruptedException {
        Manner manner = fault.kind().manner();
        if (manner == Manner.HOLD) {
            faults.hold(name, fault.delay());
        }
        switch (manner) {
            case ABORT -> Wire.abort(exchange);
            case TRUNCATE -> Wire.truncate(exchange, reply);
            case GARBLE -> Wire.send(exchange, new Reply(reply.status(), Map.of("Content-Type", "text/html"), GARBAGE));
            default -> Wire.send(exchange, reply);
        }
    }
}
