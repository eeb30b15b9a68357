package no.kravbro.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.kravbro.Settings;
import no.kravbro.creditor.Creditor;
import no.kravbro.fakes.SampleCreditors;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Faults;
import no.kravbro.sandbox.Neighbour;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.Store;
import no.kravbro.sandbox.ecpay.EcpayNeighbour;
import no.kravbro.sandbox.ecpay.EcpaySandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client for directories against the simulated agency's server: what it does, and how it tells what went wrong. */
class SftpFoldersTest {

    private static final Path SECRETS = Path.of("src/test/resources/sandbox/secrets");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final byte[] BYTES = "Prøve".getBytes(StandardCharsets.ISO_8859_1);

    private final Faults faults = new Faults(1);
    private final Creditor creditor = SampleCreditors.ecpay("havbris");
    private EcpayNeighbour ecpay;
    private SftpFolders folders;

    @BeforeEach
    void open() {
        SandboxClock clock = new SandboxClock(SandboxTown.BEGIN, Clock.systemUTC());
        ecpay = new EcpayNeighbour(new Neighbour.Site(
                new Store(null),
                clock,
                faults,
                0,
                7,
                SandboxTown.Story.SHOWN,
                EcpaySandbox.NAME,
                List.of(new Neighbour.Served("havbris", "310245674", "Nordlys Elektro AS", "99990123450"))));
        ecpay.start();
        folders = folders("ecpay-host.pub", PATIENCE);
    }

    @AfterEach
    void close() throws IOException {
        folders.close();
        ecpay.close();
    }

    private SftpFolders folders(String hostKey, Duration patience) {
        return folders(URI.create(ecpay.settings().get(0).replaceFirst(".*=", "")), hostKey, patience);
    }

    private static SftpFolders folders(URI address, String hostKey, Duration patience) {
        Settings.Agency agency = new Settings.Agency(
                address,
                null,
                null,
                null,
                null,
                SECRETS.resolve("ecpay-login").toString(),
                SECRETS.resolve(hostKey).toString(),
                null,
                null);
        return new SftpFolders(new Settings(
                new Settings.Tripletex(URI.create("http://localhost"), null, 100, null, null),
                Map.of("ecpay", agency),
                new Settings.Routes("routes", Settings.RouteChanges.PLANNED, true, Duration.ofMinutes(5)),
                "none",
                new Settings.FollowedTime(null, Duration.ofSeconds(1)),
                "test",
                new Settings.Delivery(1, Duration.ofMinutes(1), Duration.ofSeconds(1)),
                new Settings.Schedule(Duration.ofSeconds(1)),
                new Settings.Http(patience),
                Settings.Mail.NONE,
                Settings.Alert.NONE,
                Settings.SignOn.NONE,
                "data",
                null,
                null,
                null));
    }

    @Test
    void uploadsRenamesListsAndReads() {
        folders.upload(creditor, "inn", "a.tmp", BYTES);
        folders.move(creditor, "inn", "a.tmp", "inn", "a");
        folders.upload(creditor, "inn", "b.tmp", BYTES);
        assertThat(folders.list(creditor, "inn")).isEqualTo(List.of("a", "b.tmp"));
        assertThat(folders.read(creditor, "inn", "a")).isEqualTo(BYTES);
        folders.upload(creditor, "inn", "b.tmp", BYTES);
        assertThat(folders.list(creditor, "arkiv")).isEmpty();
    }

    @Test
    void aLoginThatIsNotLetInNeedsAPerson() {
        ecpay.door().bar("havbris", true);
        refused(() -> folders.list(creditor, "inn"), true);
    }

    @Test
    void anotherServerIsNotTalkedTo() throws IOException {
        try (Closing other = new Closing(folders("ecpay-login.pub", PATIENCE))) {
            refused(() -> other.folders().upload(creditor, "inn", "a.tmp", BYTES), true);
        }
        assertThat(folders.list(creditor, "inn")).isEmpty();
    }

    private record Closing(SftpFolders folders) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            folders.close();
        }
    }

    @Test
    void nobodyListensOrTheLineBreaks() {
        faults.plan(EcpaySandbox.NAME, Fault.next(FaultKind.RESET_BEFORE, 1).on("PUT", ".*"));
        refused(() -> folders.upload(creditor, "inn", "a.tmp", BYTES), false);
        folders.upload(creditor, "inn", "a.tmp", BYTES);
        faults.plan(EcpaySandbox.NAME, Fault.next(FaultKind.REFUSED, 1));
        refused(() -> folders.list(creditor, "inn"), false);
    }

    /** Whoever is cut off while logging in has not been refused, at whatever moment it happens. */
    @Test
    void aLineThatBreaksAtTheDoorIsNoRefusal() throws IOException {
        try (RudeServer rude = new RudeServer();
                Closing cut = new Closing(folders(rude.address(), "ecpay-host.pub", PATIENCE))) {
            for (int time = 0; time < 40; time++) {
                refused(() -> cut.folders().list(creditor, "inn"), false);
            }
        }
    }

    @Test
    void noAnswerComes() throws IOException {
        folders.upload(creditor, "inn", "a.tmp", BYTES);
        faults.plan(
                EcpaySandbox.NAME, Fault.next(FaultKind.TIMEOUT_AFTER_COMMIT, 1).on("RENAME", ".*"));
        try (Closing hasty = new Closing(folders("ecpay-host.pub", Duration.ofSeconds(3)))) {
            refused(() -> hasty.folders().move(creditor, "inn", "a.tmp", "inn", "a"), false);
        }
        faults.release(EcpaySandbox.NAME);
        assertThat(folders.list(creditor, "inn")).isEqualTo(List.of("a"));
    }

    /** A connection is kept, and one that the far side gave up in silence is replaced before anything is said twice. */
    @Test
    void aConnectionIsUsedAgainUntilTheFarSideGivesItUp() {
        folders.upload(creditor, "inn", "a", BYTES);
        folders.upload(creditor, "inn", "b", BYTES);
        assertThat(ecpay.door().logins()).isEqualTo(1);
        ecpay.door().bar("havbris", true);
        ecpay.door().bar("havbris", false);
        assertThat(folders.list(creditor, "inn")).isEqualTo(List.of("a", "b"));
        assertThat(ecpay.door().logins()).isEqualTo(2);
    }

    @Test
    void whatIsNotThereCannotBeRead() {
        refused(() -> folders.read(creditor, "inn", "nothing"), false);
        refused(() -> folders.list(creditor, "nowhere"), false);
    }

    @Test
    void tellsWhetherAFileIsThereAndWhenItCannotTell() {
        folders.upload(creditor, "inn", "a", BYTES);
        assertThat(folders.holds(creditor, "inn", "a")).isTrue();
        assertThat(folders.holds(creditor, "inn", "b")).isFalse();
        ecpay.door().bar("havbris", true);
        refused(() -> folders.holds(creditor, "inn", "b"), true);
    }

    /** Whoever reads it sees that it is more than may be, and the memory is not filled with it. */
    @Test
    void nobodysFileFillsTheMemory() throws IOException {
        folders.close();
        folders = folders("ecpay-host.pub", Duration.ofMinutes(1));
        folders.upload(creditor, "inn", "huge", new byte[Folders.LARGEST + 1000]);
        assertThat(folders.read(creditor, "inn", "huge")).hasSize(Folders.LARGEST + 1);
    }

    private static void refused(Runnable doing, boolean forGood) {
        assertThatThrownBy(doing::run)
                .isInstanceOfSatisfying(FolderFailure.class, failure -> assertThat(failure.refused())
                        .as(failure.toString())
                        .isEqualTo(forGood));
    }
}
