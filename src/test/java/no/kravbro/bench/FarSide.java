package no.kravbro.bench;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The fastest far sides there can be, accounting system and agency on one port of loopback: every answer is put together from
 * the numbers in its question, after a delay that costs no thread.
 */
final class FarSide implements AutoCloseable {

    private static final int OK = 200;

    /** @param limit calls left and in all, or null where none are told */
    record Answer(int status, String body, Quota.Told limit) {

        static Answer of(String body) {
            return new Answer(OK, body, null);
        }
    }

    private final AtomicLong calls = new AtomicLong();
    private final Undertow server;
    private final FakeTripletex tripletex = new FakeTripletex();
    private final FakeAgency agency = new FakeAgency();
    private volatile int delayMillis;
    private volatile Quota quota;

    FarSide() {
        server = Undertow.builder()
                .addHttpListener(0, "localhost")
                .setIoThreads(1)
                .setHandler(exchange -> exchange.getRequestReceiver().receiveFullString(this::answer))
                .build();
        server.start();
    }

    int port() {
        return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
    }

    long calls() {
        return calls.get();
    }

    /** From now on there are so many invoices, and as many payments, and every answer takes so long. */
    void offers(int units, int delay) {
        tripletex.units = units;
        agency.begin(units);
        delayMillis = delay;
    }

    /** From now on calls to the accounting system count against this; null for no limit. */
    void limit(Quota limit) {
        quota = limit;
    }

    private void answer(HttpServerExchange exchange, String body) {
        calls.incrementAndGet();
        Answer answer = answered(exchange, body);
        if (delayMillis == 0) {
            send(exchange, answer);
        } else {
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> exchange.getIoThread()
                    .executeAfter(() -> send(exchange, answer), delayMillis, TimeUnit.MILLISECONDS));
        }
    }

    private Answer answered(HttpServerExchange exchange, String body) {
        if (!exchange.getRequestPath().startsWith("/v2/")) {
            return agency.answer(exchange, body);
        }
        Quota.Told told = quota == null ? null : quota.take();
        return told != null && told.refused()
                ? new Answer(429, "{}", told)
                : limited(tripletex.answer(exchange, body), told);
    }

    private static Answer limited(Answer answer, Quota.Told told) {
        return told == null ? answer : new Answer(answer.status, answer.body, told);
    }

    private static void send(HttpServerExchange exchange, Answer answer) {
        exchange.setStatusCode(answer.status);
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, "application/json");
        if (answer.limit != null) {
            answer.limit.headers().forEach((name, value) -> headers.put(new HttpString(name), value));
        }
        exchange.getResponseSender().send(ByteBuffer.wrap(answer.body.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop();
    }
}
