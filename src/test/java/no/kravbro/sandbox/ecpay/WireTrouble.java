package no.kravbro.sandbox.ecpay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Faults;
import no.kravbro.sandbox.LoggedCall;
import no.kravbro.sandbox.Onlooker;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/**
 * Notes what is done over SFTP, as calls LIST, GET, PUT and RENAME with a path such as {@code /nordlys/inn/<name>}, and lets
 * planned trouble strike before or after each.
 */
final class WireTrouble implements SftpEventListener {

    private final Faults faults;
    private final CallLog log;
    private final Path root;
    private final Set<Handle> closed = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    WireTrouble(Faults faults, CallLog log, Path root) {
        this.faults = faults;
        this.log = log;
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void opening(ServerSession session, String remote, Handle handle) throws IOException {
        if (handle instanceof FileHandle file) {
            before(session, writes(file) ? "PUT" : "GET", session.getUsername(), file.getFile());
        } else {
            before(session, "LIST", session.getUsername(), handle.getFile());
        }
    }

    @Override
    public void readingEntries(ServerSession session, String remote, DirectoryHandle handle) {
        Call call = call("LIST", path(session.getUsername(), handle.getFile()), new byte[0]);
        log.add(new LoggedCall(call, null, null));
        faults.seen(EcpaySandbox.NAME, call, Onlooker.Stage.PROCESSED);
    }

    @Override
    public void closed(ServerSession session, String remote, Handle handle, Throwable thrown) throws IOException {
        // A close that failed is tried once more when the session ends.
        if (handle instanceof FileHandle file && closed.add(handle)) {
            String method = writes(file) ? "PUT" : "GET";
            after(session, method, session.getUsername(), file.getFile());
        }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        before(session, "RENAME", session.getUsername(), to);
    }

    @Override
    public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
            throws IOException {
        if (thrown == null) {
            after(session, "RENAME", session.getUsername(), to);
        }
    }

    private static boolean writes(FileHandle file) {
        return (file.getAccessMask() & 2) != 0;
    }

    private void before(ServerSession session, String method, String login, Path path) throws IOException {
        Call call = call(method, path(login, path), new byte[0]);
        if (!faults.seen(EcpaySandbox.NAME, call, Onlooker.Stage.ARRIVED)) {
            session.close(true);
            throw new IOException("The caller is gone");
        }
        Optional<Fault> fault = faults.strike(EcpaySandbox.NAME, call, kind -> !kind.event() && !kind.processed());
        if (fault.isPresent()) {
            trouble(session, fault.get());
        }
    }

    private void after(ServerSession session, String method, String login, Path path) throws IOException {
        Path real = root.resolve(path(login, path).substring(1));
        Call call = call(method, path(login, path), content(real));
        Optional<Fault> fault = faults.strike(EcpaySandbox.NAME, call, kind -> !kind.event() && kind.processed());
        log.add(new LoggedCall(call, null, fault.map(Fault::kind).orElse(null)));
        faults.seen(EcpaySandbox.NAME, call, Onlooker.Stage.PROCESSED);
        if (fault.isPresent()) {
            trouble(session, fault.get());
        }
    }

    /** What the agency has read already lies in its archive. */
    private static byte[] content(Path file) throws IOException {
        Path archived = file.getParent().resolveSibling("arkiv").resolve(file.getFileName());
        for (Path place : List.of(file, archived)) {
            try {
                return Files.readAllBytes(place);
            } catch (NoSuchFileException moved) {
                continue;
            }
        }
        return new byte[0];
    }

    private void trouble(ServerSession session, Fault fault) throws IOException {
        if (fault.kind() == FaultKind.TIMEOUT_AFTER_COMMIT || fault.kind() == FaultKind.SLOW) {
            try {
                faults.hold(EcpaySandbox.NAME, fault.delay());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return;
        }
        if (fault.kind() != FaultKind.ERROR_500_BEFORE && fault.kind() != FaultKind.ERROR_500_AFTER) {
            session.close(true);
        }
        throw new IOException("Planned trouble: " + fault.kind());
    }

    private String path(String login, Path path) {
        Path whole = Path.of(path.toString());
        Path home = root.resolve(login);
        String inside = whole.startsWith(home) ? "/" + home.relativize(whole) : whole.toString();
        return "/" + login + (inside.startsWith("/") ? inside : "/" + inside);
    }

    /** The bytes of the file that a logged call was about. */
    static byte[] bytes(Call call) {
        return call.text().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Call call(String method, String path, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return new Call(method, path, Map.of(), Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }
}
