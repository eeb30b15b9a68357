package no.kravbro.camel;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import no.kravbro.Settings;
import no.kravbro.creditor.Creditor;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * Connections to directories over SFTP: by our key, only to a server that has the pinned key, with bounded waiting. One
 * connection per login is kept for the next call, and closes by itself when nobody has used it for as long as an answer may
 * take.
 */
final class SftpSessions implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int SSH = 22;

    private static final AttributeRepository.AttributeKey<PublicKey> PINNED = new AttributeRepository.AttributeKey<>();

    private final Settings settings;
    private final SshClient client;
    private final Map<Login, ClientSession> kept = new ConcurrentHashMap<>();

    SftpSessions(Settings settings) {
        this.settings = settings;
        this.client = SshClient.setUpDefaultClient();
        // Not whatever else happens to lie on the class path.
        client.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory());
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(
                client, settings.http().answerTimeout());
        // How long the client waits for the answer to one request, and keeps a connection that nobody uses.
        CoreModuleProperties.IDLE_TIMEOUT.set(client, settings.http().answerTimeout());
        client.setServerKeyVerifier((session, address, key) -> isPinned(session, key));
        client.start();
    }

    /** Closes all connections; what is under way over them fails. */
    @Override
    public void close() throws IOException {
        client.close();
    }

    /**
     * A channel of its own for one call. A kept connection that the far side has given up meanwhile is replaced: before the
     * channel is open nothing of the call has been said, so nothing is said twice.
     *
     * @throws FolderFailure we were not let in
     * @throws IOException the line broke
     */
    SftpClient open(Creditor creditor, String doing) throws IOException {
        ClientSession session = kept.get(Login.of(creditor));
        if (session != null && session.isOpen()) {
            try {
                return channel(session);
            } catch (IOException broken) {
                if (isSilence(broken)) {
                    throw broken;
                }
            }
        }
        ClientSession fresh = connect(creditor, doing);
        kept.put(Login.of(creditor), fresh);
        return channel(fresh);
    }

    /** The next call connects anew; what others still do over the kept connection goes on until it is idle. */
    void forget(Creditor creditor) {
        kept.remove(Login.of(creditor));
    }

    /** The library reports a connection that ends at this very moment as a wrong state: it is a broken line like others. */
    private static SftpClient channel(ClientSession session) throws IOException {
        try {
            return SftpClientFactory.instance().createSftpClient(session);
        } catch (IllegalStateException ending) {
            throw new IOException("The connection is being closed", ending);
        }
    }

    private ClientSession connect(Creditor creditor, String doing) throws IOException {
        Settings.Agency agency = settings.agencies().get(creditor.agency());
        URI url = agency.url();
        int port = url.getPort() < 0 ? SSH : url.getPort();
        AttributeRepository pin = AttributeRepository.ofKeyValuePair(PINNED, pinned(agency));
        ClientSession session = client.connect(creditor.agencyReference(), url.getHost(), port, pin, null)
                .verify(CONNECT)
                .getSession();
        try {
            session.setKeyIdentityProvider(new FileKeyPairProvider(Path.of(agency.privateKeyFile())));
            session.auth().verify(settings.http().answerTimeout());
            return session;
        } catch (IOException | RuntimeException refused) {
            boolean said = session.isOpen() && !isSilence(refused) && !isBroken(refused);
            session.close(true);
            throw new FolderFailure(doing, said || isKey(refused), new IOException("Not let in", refused));
        }
    }

    /** The server hangs up after a login it does not take, and we hang up on a wrong key: neither is a broken line. */
    private static boolean isKey(Exception failure) {
        return failure instanceof SshException ssh
                && ssh.getDisconnectCode() != 0
                && ssh.getDisconnectCode() != SshConstants.SSH2_DISCONNECT_BY_APPLICATION;
    }

    /** A line that breaks while we log in; the session may look open for a moment more. Our own key's file is no line. */
    private static boolean isBroken(Throwable failure) {
        return failure.getCause() == null
                ? failure instanceof IOException
                        && !(failure instanceof SshException)
                        && !(failure instanceof FileSystemException)
                : isBroken(failure.getCause());
    }

    /** A server too busy to answer in time has not refused anybody. */
    private static boolean isSilence(Throwable failure) {
        return failure != null && (failure instanceof TimeoutException || isSilence(failure.getCause()));
    }

    private static boolean isPinned(ClientSession session, PublicKey key) {
        return KeyUtils.compareKeys(session.getConnectionContext().getAttribute(PINNED), key);
    }

    private static PublicKey pinned(Settings.Agency agency) {
        try {
            String line = Files.readString(Path.of(agency.hostKeyFile())).strip();
            return AuthorizedKeyEntry.parseAuthorizedKeyEntry(line).resolvePublicKey(null, null);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("The file " + agency.hostKeyFile() + " holds no SSH key", unreadable);
        }
    }

    private record Login(String agency, String name) {
        static Login of(Creditor creditor) {
            return new Login(creditor.agency(), creditor.agencyReference());
        }
    }
}
