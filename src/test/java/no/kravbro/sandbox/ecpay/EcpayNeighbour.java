package no.kravbro.sandbox.ecpay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kravbro.sandbox.CallLog;
import no.kravbro.sandbox.Neighbour;
import no.kravbro.sandbox.Payout;
import no.kravbro.sandbox.SandboxTown;
import org.springframework.util.FileSystemUtils;

/** ECPay in the sandbox town: the agency, its directories on disk, and its SFTP server. */
public final class EcpayNeighbour implements Neighbour {

    /** Numbers used before the contract's example, for the creditor it is about. */
    private static final Map<String, Integer> EXAMPLE = Map.of("BOK", 6, "AVR", 2);

    private final String name;
    private final EcpaySandbox sandbox;
    private final SftpDoor door;
    private final Path root;
    private final boolean passing;

    public EcpayNeighbour(Site site) {
        this.passing = site.store().folder() == null;
        this.name = site.name();
        this.root = passing ? temporary() : site.store().folder().resolve("ecpay");
        boolean example = site.story() == SandboxTown.Story.WORKED_EXAMPLE;
        EcpaySettings settings = new EcpaySettings(clients(site), root, example ? EXAMPLE : Map.of(), site.seed());
        this.sandbox = new EcpaySandbox(site.store(), site.clock(), settings, site.faults());
        this.door = new SftpDoor(sandbox, site.port(), site.faults(), new CallLog());
    }

    private static List<Client> clients(Site site) {
        return site.served().stream()
                .map(each -> new Client(each.id(), each.organization(), each.account()))
                .toList();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("kravbro-ecpay-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() {
        door.start();
    }

    @Override
    public List<String> settings() {
        return List.of("kravbro.agencies." + name + ".url=sftp://localhost:" + door.port());
    }

    @Override
    public List<Payout> payouts() {
        return sandbox.payouts();
    }

    @Override
    public void work() {
        sandbox.readInbox();
    }

    @Override
    public void onTimeMoved() {
        sandbox.onTimeMoved();
    }

    public EcpaySandbox sandbox() {
        return sandbox;
    }

    public SftpDoor door() {
        return door;
    }

    /** Every file a creditor has handed over is right as a whole, and nothing else was put anywhere. */
    @Override
    public List<String> broken() {
        List<String> complaints = new ArrayList<>();
        for (var logged : door.log().of("RENAME", ".*/inn/.*")) {
            String path = logged.call().path();
            try {
                byte[] bytes = WireTrouble.bytes(logged.call());
                EcFile.read(path.substring(path.lastIndexOf('/') + 1), bytes);
            } catch (FileFault fault) {
                complaints.add(path + ": " + fault.getMessage());
            }
        }
        door.log().of("PUT", ".*").stream()
                .map(logged -> logged.call().path())
                .filter(path -> !path.matches("/[a-z0-9-]+/inn/EC_[A-Z0-9_]+\\.csv\\.tmp"))
                .forEach(path -> complaints.add(path + ": not uploaded as .tmp into inn/"));
        return complaints.stream().distinct().toList();
    }

    @Override
    public Map<String, Object> overview() {
        return sandbox.overview();
    }

    @Override
    public void close() {
        door.close();
        if (passing) {
            clean();
        }
    }

    private void clean() {
        try (Stream<Path> homes = Files.list(root)) {
            homes.toList().forEach(home -> FileSystemUtils.deleteRecursively(home.toFile()));
            Files.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
