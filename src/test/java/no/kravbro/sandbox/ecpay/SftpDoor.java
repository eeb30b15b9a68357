package no.kravbro.sandbox.ecpay;

import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.Door;
import no.kravbro.sandbox.Faults;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.mina.MinaServiceFactoryFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** The SFTP server of the simulated ECPay: one login per creditor, by key alone, each in a home of its own. */
public final class SftpDoor extends Door {

    private static final Path SECRETS = Path.of("src/test/resources/sandbox/secrets");
    private static final Path HOST_KEY = SECRETS.resolve("ecpay-host");
    private static final Path LOGIN_KEY = SECRETS.resolve("ecpay-login.pub");

    private final EcpaySandbox sandbox;
    private final WireTrouble trouble;
    private final CallLog log;
    private final Set<String> barred = ConcurrentHashMap.newKeySet();
    private final AtomicInteger logins = new AtomicInteger();
    private SshServer server;

    /** @param port 0 = any free one, chosen at the first start */
    public SftpDoor(EcpaySandbox sandbox, int port, Faults faults, CallLog log) {
        super(EcpaySandbox.NAME, port, faults);
        this.sandbox = sandbox;
        this.log = log;
        this.trouble = new WireTrouble(faults, log, sandbox.settings().root());
    }

    @Override
    public SftpDoor start() {
        super.start();
        return this;
    }

    @Override
    protected int listen(int at) throws IOException {
        server = SshServer.setUpDefaultServer();
        // With the library's own NIO2 the server once listened and let nobody in any more; why was not found.
        server.setIoServiceFactoryFactory(new MinaServiceFactoryFactory());
        server.setHost("localhost");
        server.setPort(at);
        server.setKeyPairProvider(new FileKeyPairProvider(HOST_KEY));
        server.setPublickeyAuthenticator((user, key, session) -> lets(user, key));
        VirtualFileSystemFactory homes = new VirtualFileSystemFactory();
        sandbox.settings()
                .clients()
                .forEach(client -> homes.setUserHomeDir(
                        client.login(), sandbox.settings().root().resolve(client.login())));
        server.setFileSystemFactory(homes);
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(trouble);
        server.setSubsystemFactories(List.of(sftp));
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionEvent(Session session, Event event) {
                if (event == Event.Authenticated) {
                    logins.incrementAndGet();
                }
            }
        });
        try {
            server.start();
        } catch (IOException | IllegalStateException failed) {
            server.close(true);
            throw inUse(failed);
        }
        return server.getPort();
    }

    /** The library hides that a port is taken behind other failures. */
    private static IOException inUse(Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException taken) {
                return taken;
            }
        }
        return failed instanceof IOException io ? io : new IOException(failed);
    }

    @Override
    protected void hangUp() throws IOException {
        server.stop(true);
    }

    /** Also puts out the files held back. */
    @Override
    protected void cleared() {
        sandbox.release();
    }

    private boolean lets(String user, PublicKey key) {
        boolean known = sandbox.settings().clients().stream()
                .anyMatch(client -> client.login().equals(user));
        return known && !barred.contains(user) && KeyUtils.compareKeys(loginKey(), key);
    }

    private static PublicKey loginKey() {
        try {
            String line = Files.readString(LOGIN_KEY, StandardCharsets.US_ASCII);
            return AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, null);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The test key cannot be read", e);
        }
    }

    /** Refuses a login and sends away whoever came with it, or no longer. */
    public void bar(String login, boolean on) {
        if (on) {
            barred.add(login);
            server.getActiveSessions().stream()
                    .filter(session -> login.equals(session.getUsername()))
                    .forEach(session -> session.close(true));
        } else {
            barred.remove(login);
        }
    }

    /** How often somebody was let in. */
    public int logins() {
        return logins.get();
    }

    public CallLog log() {
        return log;
    }
}
