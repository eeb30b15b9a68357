package no.kravbro.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A partner's own port. It stays the same when nobody listens for a while and then somebody does again. */
public abstract class Door implements AutoCloseable {

    private final String name;
    private final Faults faults;
    private int port;
    private boolean open;
    private boolean shut;
    /** Holds the port while nobody listens, so that no connection of another process is made from it. */
    private Socket placeholder;

    /**
     * @param name the partner's name in the plan of faults
     * @param port 0 = any free one, chosen at the first start
     */
    protected Door(String name, int port, Faults faults) {
        this.name = name;
        this.port = port;
        this.faults = faults;
        faults.gate(name, new Gate());
    }

    /** Begins to listen on this port, 0 = any free one; the port it is. */
    protected abstract int listen(int at) throws IOException;

    /** Ends what {@link #listen} began. */
    protected abstract void hangUp() throws IOException;

    /** Trouble has been ended. */
    protected void cleared() {}

    /** @throws InUse when another process listens there */
    public synchronized Door start() {
        if (!open) {
            letGo();
            try {
                port = listen(port);
            } catch (BindException e) {
                throw new InUse("Port " + port + ", where the sandbox has its " + name + ",", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            open = true;
        }
        return this;
    }

    public synchronized void stop() {
        faults.release(name);
        if (open) {
            open = false;
            try {
                hangUp();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public synchronized void close() {
        shut = false;
        stop();
        letGo();
    }

    private void keepPort() {
        try {
            placeholder = new Socket();
            placeholder.setReuseAddress(true);
            placeholder.bind(new InetSocketAddress("localhost", port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letGo() {
        try {
            if (placeholder != null) {
                placeholder.close();
                placeholder = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized int port() {
        return port;
    }

    /** REFUSED: nobody listens, for a while or until opened. */
    private final class Gate implements Faults.Gate {

        @Override
        public void shut(Duration atMost) {
            synchronized (Door.this) {
                if (open) {
                    stop();
                    keepPort();
                    shut = true;
                }
            }
            if (atMost != null) {
                CompletableFuture.delayedExecutor(atMost.toMillis(), TimeUnit.MILLISECONDS)
                        .execute(this::open);
            }
        }

        @Override
        public void open() {
            synchronized (Door.this) {
                if (shut) {
                    shut = false;
                    start();
                }
            }
            cleared();
        }
    }
}
