package no.kravbro.corpus;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Stands before a far side and hands everything on, but for the one answer that it is told to give itself. */
final class Stand implements AutoCloseable {

    private final Undertow server;
    private final Deque<Answer> answers = new ArrayDeque<>();

    /** @param path whole path of the calls that get it, {@code method} theirs */
    record Answer(String method, Pattern path, int status, String type, byte[] body) {

        Answer(String method, String path, int status, String type, byte[] body) {
            this(method, Pattern.compile(path), status, type, body);
        }
    }

    Stand(URI behind) {
        ProxyHandler proxy = Handlers.proxyHandler(
                new LoadBalancingProxyClient().addHost(URI.create(behind.getScheme() + "://" + behind.getAuthority())));
        HttpHandler handler = exchange -> {
            Answer answer = next(exchange);
            if (answer == null) {
                proxy.handleRequest(exchange);
            } else {
                exchange.setStatusCode(answer.status());
                exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.type());
                exchange.getResponseSender().send(ByteBuffer.wrap(answer.body()));
            }
        };
        server = Undertow.builder()
                .addHttpListener(0, "localhost", handler)
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setIoThreads(1)
                .setWorkerThreads(4)
                .build();
        server.start();
    }

    private synchronized Answer next(HttpServerExchange exchange) {
        Answer answer = answers.peek();
        boolean meant = answer != null
                && answer.method().equals(exchange.getRequestMethod().toString())
                && answer.path().matcher(exchange.getRequestPath()).matches();
        return meant ? answers.poll() : null;
    }

    /** The next call that it is for gets this answer. */
    synchronized void answer(Answer answer) {
        answers.add(answer);
    }

    /** Whether the answer has been given. */
    synchronized boolean given() {
        return answers.isEmpty();
    }

    synchronized void clear() {
        answers.clear();
    }

    /** The same address, here. */
    String insteadOf(URI behind) {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return "http://localhost:" + address.getPort() + behind.getRawPath();
    }

    @Override
    public void close() {
        server.stop();
    }
}
