package no.kravbro.bench;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The fastest accounting system there can be: pages are made once, before anything is measured. */
final class FakeInvoices implements AutoCloseable {

    private final ConcurrentMap<String, ByteBuffer> pages = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private final int invoices;
    private final Undertow server;

    FakeInvoices(int invoices) {
        this.invoices = invoices;
        this.server = Undertow.builder()
                .addHttpListener(0, "localhost")
                .setIoThreads(1)
                .setHandler(this::answer)
                .build();
        server.start();
    }

    URI address() {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return URI.create("http://localhost:" + address.getPort() + "/v2");
    }

    long calls() {
        return calls.get();
    }

    private void answer(HttpServerExchange exchange) {
        calls.incrementAndGet();
        String from = exchange.getQueryParameters().get("from").getFirst();
        String count = exchange.getQueryParameters().get("count").getFirst();
        ByteBuffer page = pages.computeIfAbsent(from + "+" + count, key -> page(from, count));
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(page.duplicate());
    }

    private ByteBuffer page(String from, String count) {
        int first = Integer.parseInt(from);
        int next = Math.min(invoices, first + Integer.parseInt(count));
        String values =
                IntStream.range(first, next).mapToObj(InvoiceDocument::of).collect(Collectors.joining(","));
        String page = "{\"fullResultSize\":0,\"from\":" + first + ",\"count\":" + Math.max(0, next - first)
                + ",\"values\":[" + values + "]}";
        return ByteBuffer.wrap(page.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop();
    }
}
