package no.kravbro.sandbox;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.xnio.IoUtils;

/** Between Undertow's exchange and the sandbox's {@link Call} and {@link Reply}. */
final class Wire {

    private Wire() {}

    static Call read(HttpServerExchange exchange) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            headers.put(values.getHeaderName().toString(), String.join(",", values));
        }
        byte[] body = exchange.getInputStream().readAllBytes();
        if (body.length < exchange.getRequestContentLength()) {
            throw new IOException("The request broke off");
        }
        return new Call(
                exchange.getRequestMethod().toString(),
                exchange.getRequestPath(),
                Forms.parse(exchange.getQueryString()),
                headers,
                body);
    }

    static void send(HttpServerExchange exchange, Reply reply) throws IOException {
        head(exchange, reply);
        exchange.setResponseContentLength(reply.body().length);
        exchange.getOutputStream().write(reply.body());
        exchange.endExchange();
    }

    /** Promises the whole body, sends the first half and hangs up. */
    static void truncate(HttpServerExchange exchange, Reply reply) throws IOException {
        head(exchange, reply);
        exchange.setResponseContentLength(reply.body().length + 1L);
        exchange.getOutputStream().write(reply.body(), 0, reply.body().length / 2);
        exchange.getOutputStream().flush();
        abort(exchange);
    }

    static void abort(HttpServerExchange exchange) {
        IoUtils.safeClose(exchange.getConnection());
    }

    private static void head(HttpServerExchange exchange, Reply reply) {
        exchange.setStatusCode(reply.status());
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    }
}
