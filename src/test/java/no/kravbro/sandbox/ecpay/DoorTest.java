package no.kravbro.sandbox.ecpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wire of the simulated ECPay: who is let in, what is noted, and that it breaks where it was told to. */
class DoorTest {

    private static final String NAME = "EC_310245674_SAK_000041_20251230060000.csv";
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path root;

    private EcpayGround ground;
    private SftpDoor door;
    private SshClient client;

    @BeforeEach
    void open() {
        ground = new EcpayGround(root, "2026-01-05T08:00:00", Map.of("SAK", 40));
        door = new SftpDoor(ground.sandbox, 0, ground.faults, new CallLog()).start();
        client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.setKeyIdentityProvider(
                new FileKeyPairProvider(Path.of("src/test/resources/sandbox/secrets/ecpay-login")));
        client.start();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        door.close();
    }

    @Test
    void aFileIsUploadedRenamedReadAndAnswered() throws IOException {
        try (SftpClient sftp = login(EcpayGround.LOGIN)) {
            upload(sftp);
            sftp.rename("/inn/" + NAME + ".tmp", "/inn/" + NAME);
            ground.sandbox.readInbox();
            assertThat(sftp.readEntries("/arkiv"))
                    .anyMatch(entry -> entry.getFilename().equals(NAME));
        }
        assertThat(ground.sandbox.files(EcpayGround.LOGIN, "kvittering")).hasSize(1);
        assertThat(door.log().count("PUT", "/nordlys/inn/" + NAME + ".tmp")).isEqualTo(1);
        assertThat(WireTrouble.bytes(door.log().of("RENAME", ".*").get(0).call()))
                .isEqualTo(EcpayGround.example(NAME));
    }

    @Test
    void onlyAKnownLoginIsLetIn() {
        assertThatThrownBy(() -> login("stranger")).isInstanceOf(IOException.class);
        door.bar(EcpayGround.LOGIN, true);
        assertThatThrownBy(() -> login(EcpayGround.LOGIN)).isInstanceOf(IOException.class);
    }

    @Test
    void droppedBeforeAndAfterTheRename() throws IOException {
        ground.faults.plan(
                EcpaySandbox.NAME, Fault.next(FaultKind.RESET_BEFORE, 1).on("RENAME", ".*"));
        ground.faults.plan(
                EcpaySandbox.NAME, Fault.next(FaultKind.RESET_AFTER, 1).on("RENAME", ".*"));
        renameFails();
        assertThat(ground.sandbox.files(EcpayGround.LOGIN, "inn")).containsExactly(NAME + ".tmp");
        renameFails();
        assertThat(ground.sandbox.files(EcpayGround.LOGIN, "inn")).containsExactly(NAME);
    }

    private void renameFails() throws IOException {
        try (SftpClient sftp = login(EcpayGround.LOGIN)) {
            upload(sftp);
            assertThatThrownBy(() -> sftp.rename("/inn/" + NAME + ".tmp", "/inn/" + NAME))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void nobodyListensUntilCleared() throws IOException {
        ground.faults.plan(EcpaySandbox.NAME, Fault.next(FaultKind.REFUSED, 1));
        assertThatThrownBy(() -> login(EcpayGround.LOGIN)).isInstanceOf(IOException.class);
        ground.faults.clear(EcpaySandbox.NAME);
        try (SftpClient sftp = login(EcpayGround.LOGIN)) {
            assertThat(sftp.readEntries("/"))
                    .extracting(entry -> entry.getFilename())
                    .contains("inn", "ut");
        }
    }

    private static void upload(SftpClient sftp) throws IOException {
        sftp.put(new ByteArrayInputStream(EcpayGround.example(NAME)), "/inn/" + NAME + ".tmp");
        assertThat(new String(EcpayGround.example(NAME), StandardCharsets.ISO_8859_1))
                .contains("Prøve");
    }

    private SftpClient login(String user) throws IOException {
        ClientSession session =
                client.connect(user, "localhost", door.port()).verify(SOON).getSession();
        session.auth().verify(SOON);
        return SftpClientFactory.instance().createSftpClient(session).singleSessionInstance();
    }
}
