package no.kravbro.sandbox;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.BlockingHandler;
import java.io.IOException;
import java.net.InetSocketAddress;

/** One partner behind HTTP on its own port. */
public final class SandboxServer extends Door {

    private static final int THREADS = 16;

    private final FaultyHandler handler;
    private Undertow undertow;

    /**
     * @param name the partner's name in the plan of faults
     * @param port 0 = any free one, chosen at the first start
     */
    public SandboxServer(String name, Partner partner, int port, Faults faults, CallLog log) {
        super(name, port, faults);
        this.handler = new FaultyHandler(name, partner, faults, log);
    }

    @Override
    public SandboxServer start() {
        super.start();
        return this;
    }

    @Override
    protected int listen(int at) throws IOException {
        undertow = Undertow.builder()
                .addHttpListener(at, "localhost", new BlockingHandler(handler))
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setIoThreads(2)
                .setWorkerThreads(THREADS)
                .build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            undertow.stop();
            // Undertow wraps what went wrong with the socket.
            if (e.getCause() instanceof IOException socket) {
                throw socket;
            }
            throw e;
        }
        return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
    }

    @Override
    protected void hangUp() {
        undertow.stop();
    }

    /** Without a slash at the end. */
    public String baseUrl() {
        return "http://localhost:" + port();
    }
}
