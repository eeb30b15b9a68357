package no.kravbro.sandbox;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One partner on its own port. The port stays the same when the listener is shut and opened again. */
public final class SandboxServer implements AutoCloseable {

    private static final int THREADS = 16;

    private final String name;
    private final FaultyHandler handler;
    private final Faults faults;
    private int port;
    private Undertow undertow;
    private boolean shut;

    /**
     * @param name the partner's name in the plan of faults
     * @param port 0 = any free one, chosen at the first start
     */
    public SandboxServer(String name, Partner partner, int port, Faults faults, CallLog log) {
        this.name = name;
        this.port = port;
        this.faults = faults;
        this.handler = new FaultyHandler(name, partner, faults, log);
        faults.gate(name, new Gate());
    }

    public synchronized SandboxServer start() {
        if (undertow == null) {
            undertow = Undertow.builder()
                    .addHttpListener(port, "localhost", new BlockingHandler(handler))
                    .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                    .setIoThreads(2)
                    .setWorkerThreads(THREADS)
                    .build();
            undertow.start();
            port = ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
        }
        return this;
    }

    public synchronized void stop() {
        faults.release(name);
        if (undertow != null) {
            undertow.stop();
            undertow = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    public synchronized int port() {
        return port;
    }

    /** Without a slash at the end. */
    public String baseUrl() {
        return "http://localhost:" + port();
    }

    /** REFUSED: nobody listens, for a while or until opened. */
    private final class Gate implements Faults.Gate {

        @Override
        public void shut(Duration atMost) {
            synchronized (SandboxServer.this) {
                shut = undertow != null;
                stop();
            }
            if (atMost != null) {
                CompletableFuture.delayedExecutor(atMost.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(this::open);
            }
        }

        @Override
        public void open() {
            synchronized (SandboxServer.this) {
                if (shut) {
                    shut = false;
                    start();
                }
            }
        }
    }
}
