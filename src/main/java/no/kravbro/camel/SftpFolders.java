package no.kravbro.camel;

import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import no.kravbro.Settings;
import no.kravbro.creditor.Creditor;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.springframework.stereotype.Component;

/** The directories over SFTP, with bounded waiting. */
@Component
class SftpFolders implements Folders {

    private final SftpSessions sessions;

    SftpFolders(Settings settings) {
        this.sessions = new SftpSessions(settings);
    }

    @PreDestroy
    void close() throws IOException {
        sessions.close();
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
        try (SftpClient sftp = sessions.open(creditor, doing)) {
            return talk.with(sftp);
        } catch (SftpException said) {
            throw new FolderFailure(doing, false, said);
        } catch (IOException broken) {
            sessions.forget(creditor);
            throw new FolderFailure(doing, false, broken);
        }
    }
}
