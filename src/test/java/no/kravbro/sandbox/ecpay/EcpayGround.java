package no.kravbro.sandbox.ecpay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.Faults;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.Store;

/** The sandbox under test, with a clock that stands still, and the contract's example files. */
final class EcpayGround {

    static final String LOGIN = Client.NORDLYS.login();

    private static final Path EXAMPLES = Path.of("src/test/resources/contracts/ecpay/examples");

    final Path root;
    final SandboxClock clock;
    final Faults faults = new Faults(1);
    final EcpaySandbox sandbox;

    EcpayGround(Path root, String start, Map<String, Integer> lastNumbers) {
        Instant instant = LocalDateTime.parse(start).atZone(SandboxClock.OSLO).toInstant();
        this.root = root;
        this.clock = new SandboxClock(instant, Clock.fixed(instant, ZoneOffset.UTC));
        EcpaySettings settings = new EcpaySettings(List.of(Client.NORDLYS), root, lastNumbers, 7);
        this.sandbox = new EcpaySandbox(new Store(null), clock, settings, faults);
    }

    /** Lets the clock and the agency go on to this moment, Oslo. */
    void until(String moment) {
        Instant then = LocalDateTime.parse(moment).atZone(SandboxClock.OSLO).toInstant();
        clock.advance(Duration.between(clock.instant(), then));
        sandbox.onTimeMoved();
    }

    /** Hands over an example file as the creditor would. */
    void handOver(String example) {
        sandbox.place(LOGIN, "inn", example, example(example));
        sandbox.readInbox();
    }

    void handOver(EcFile file) {
        sandbox.place(LOGIN, "inn", file.name(), file.bytes());
        sandbox.readInbox();
    }

    /** The only file of a kind in ut/ or kvittering/ whose name ends so. */
    EcFile written(String directory, String kind, long sequence) {
        String part = "_%s_%06d_".formatted(kind, sequence);
        String name = sandbox.files(LOGIN, directory).stream()
                .filter(each -> each.contains(part) && each.endsWith(".csv"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + part + " in " + sandbox.files(LOGIN, directory)));
        return EcFile.read(name, sandbox.bytes(LOGIN, directory, name));
    }

    static byte[] example(String name) {
        try {
            return Files.readAllBytes(EXAMPLES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
