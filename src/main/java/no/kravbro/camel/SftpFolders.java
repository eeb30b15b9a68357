package no.kravbro.camel;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.springframework.stereotype.Component;

/**
 * The directories over SFTP: by our key, only at a server that has the pinned key. One connection per call, with bounded
 * waiting.
 */
@Component
class SftpFolders implements Folders {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int SSH = 22;

    private static final AttributeRepository.AttributeKey<PublicKey> PINNED = new AttributeRepository.AttributeKey<>();

    private final Settings settings;
    private final SshClient client;

    SftpFolders(Settings settings) {
        this.settings = settings;
        this.client = SshClient.setUpDefaultClient();
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(
                client, settings.http().answerTimeout());
        // How long the client waits for the answer to one request.
        CoreModuleProperties.IDLE_TIMEOUT.set(client, settings.http().answerTimeout());
        client.setServerKeyVerifier((session, address, key) -> isPinned(session, key));
        client.start();
    }

    @PreDestroy
    void close() throws IOException {
        client.close();
    }

    @Override
    public List<String> list(Creditor creditor, String folder) {
        return over(creditor, "Listing " + folder, sftp -> entries(sftp, folder).stream()
                .filter(entry -> !entry.getAttributes().isDirectory())
                .map(SftpClient.DirEntry::getFilename)
                .sorted()
                .toList());
    }

    /** Step by step: the library's own loop over a directory hides in an unchecked exception that the line broke. */
    private static List<SftpClient.DirEntry> entries(SftpClient sftp, String folder) throws IOException {
        List<SftpClient.DirEntry> all = new ArrayList<>();
        try (SftpClient.CloseableHandle handle = sftp.openDir("/" + folder)) {
            List<SftpClient.DirEntry> some = sftp.readDir(handle);
            while (some != null) {
                all.addAll(some);
                some = sftp.readDir(handle);
            }
        }
        return all;
    }

    @Override
    public boolean holds(Creditor creditor, String folder, String name) {
        return over(creditor, "Looking into " + folder, sftp -> {
            try {
                sftp.stat(path(folder, name));
                return true;
            } catch (SftpException said) {
                if (said.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                    return false;
                }
                throw said;
            }
        });
    }

    @Override
    public byte[] read(Creditor creditor, String folder, String name) {
        return over(creditor, "Reading from " + folder, sftp -> {
            try (InputStream in = sftp.read(path(folder, name))) {
                return in.readNBytes(LARGEST + 1);
            }
        });
    }

    @Override
    public void upload(Creditor creditor, String folder, String name, byte[] bytes) {
        over(creditor, "Uploading to " + folder, sftp -> {
            sftp.put(new ByteArrayInputStream(bytes), path(folder, name));
            return null;
        });
    }

    @Override
    public void move(Creditor creditor, String folder, String name, String toFolder, String toName) {
        over(creditor, "Renaming in " + folder, sftp -> {
            sftp.rename(path(folder, name), path(toFolder, toName));
            return null;
        });
    }

    @Override
    public void delete(Creditor creditor, String folder, String name) {
        over(creditor, "Deleting in " + folder, sftp -> {
            sftp.remove(path(folder, name));
            return null;
        });
    }

    private static String path(String folder, String name) {
        return "/" + folder + "/" + name;
    }

    private interface Talk<T> {
        T with(SftpClient sftp) throws IOException;
    }

    private <T> T over(Creditor creditor, String doing, Talk<T> talk) {
        try (ClientSession session = connect(creditor, doing);
                SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            return talk.with(sftp);
        } catch (IOException failed) {
            throw new FolderFailure(doing, false, failed);
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
            boolean said = session.isOpen() && !isSilence(refused);
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
}
