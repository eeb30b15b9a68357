package no.kravbro.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.kravbro.Kravbro;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * The product with everything it talks to: {@code make run}. The first time, a few weeks pass by themselves, so that there is
 * something to see; after that time runs as it does outside and can be pushed from the start page.
 */
public final class SandboxApplication {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxApplication.class);
    private static final Path MEMORY = Path.of("data", "sandbox.mv");
    private static final LocalDate SHOWN_UNTIL = LocalDate.of(2026, 2, 16);
    private static final Duration SHOWN_DAY = Duration.ofMillis(2_000);

    private SandboxApplication() {}

    public static void main(String[] args) throws IOException {
        quiet();
        Files.createDirectories(MEMORY.getParent());
        int code = run(MEMORY, SandboxTown.Ports.USUAL, args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** 0 when all of it has started; else nothing of it is left open, and why not has been told in a sentence. */
    static int run(Path memory, SandboxTown.Ports ports, String... args) {
        try {
            return run(open(memory, ports), args);
        } catch (InUse e) {
            LOG.error("The sandbox does not start. {}", e.getMessage());
            return 1;
        }
    }

    private static SandboxTown open(Path memory, SandboxTown.Ports ports) {
        SandboxTown town = new SandboxTown(
                        memory, ports, Clock.systemUTC(), "http://localhost:8080/webhooks/autocollect", 2026)
                .banksOpen()
                .start();
        town.mailOpens();
        return town;
    }

    private static int run(SandboxTown town, String... args) {
        Heartbeat heartbeat = new Heartbeat()
                .every(Duration.ofSeconds(1), town.control()::tick)
                .every(Duration.ofMillis(500), town::work);
        List<String> all = new ArrayList<>(Arrays.asList(args));
        for (String setting : town.settings()) {
            all.add("--" + setting);
        }
        all.add("--kravbro.api-key-file=data/api-key");
        all.add("--kravbro.mail.console-url=http://localhost:8080");
        all.add("--kravbro.tripletex.webhook-url=http://localhost:8080/webhooks/tripletex");
        SpringApplication application = new SpringApplication(Kravbro.class);
        application.setAdditionalProfiles("sandbox");
        Runnable end = () -> {
            heartbeat.close();
            town.close();
        };
        // After the product has stopped: until then it may still need the far sides.
        SpringApplication.getShutdownHandlers().add(end);
        try {
            application.run(all.toArray(String[]::new));
        } catch (RuntimeException told) {
            // Spring has said why. The far sides would keep the process alive without the product.
            SpringApplication.getShutdownHandlers().remove(end);
            end.run();
            return 1;
        }
        LOG.info("Kravbro is ready: open http://localhost:8080 (Ctrl-C stops it, the next start goes on where it was)");
        heartbeat.every(SHOWN_DAY, () -> {
            if (town.clock().today().isBefore(SHOWN_UNTIL)) {
                town.control().advanceDays(1);
            }
        });
        return 0;
    }

    /** Until Spring has set up logging, libraries of the far sides would tell what nobody asked. */
    private static void quiet() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME))
                .setLevel(ch.qos.logback.classic.Level.WARN);
    }
}
