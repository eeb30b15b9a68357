package no.kravbro.camel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A server for directories that greets, listens to the beginning of a login and then cuts the line without a word. */
final class RudeServer implements AutoCloseable {

    private final ServerSocket door;

    RudeServer() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread answering = new Thread(this::answer, "rude-server");
        answering.setDaemon(true);
        answering.start();
    }

    URI address() {
        return URI.create("sftp://localhost:" + door.getLocalPort());
    }

    private void answer() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                caller.getOutputStream().write("SSH-2.0-Rude\r\n".getBytes(StandardCharsets.US_ASCII));
                caller.getInputStream().read();
                caller.setSoLinger(true, 0);
            } catch (IOException gone) {
                // The caller has hung up first, or the test is over.
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
