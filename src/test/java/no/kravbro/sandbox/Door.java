package no.kravbro.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
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
    public void close() {
        stop();
    }

    public synchronized int port() {
        return port;
    }

    /** REFUSED: nobody listens, for a while or until opened. */
    private final class Gate implements Faults.Gate {

        @Override
        public void shut(Duration atMost) {
            synchronized (Door.this) {
                shut = open;
                stop();
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
