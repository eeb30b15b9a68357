package no.kravbro.sigkill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.kravbro.flows.World;
import org.springframework.util.FileSystemUtils;

/** Lets the product work for a moment in the sandbox and keeps the classes it has loaded, so that later starts need not. */
public final class Training {

    private static final Duration QUIET = Duration.ofSeconds(4);

    private Training() {}

    /** The same installation, with an archive; one that has an archive is left as it is. */
    static Installation of(Installation installation) {
        if (Files.exists(installation.archive())) {
            return installation;
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("kravbro-training");
            train(installation, folder);
            return installation;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while training", stopped);
        } finally {
            FileSystemUtils.deleteRecursively(folder == null ? null : folder.toFile());
        }
    }

    private static void train(Installation installation, Path folder) throws InterruptedException {
        int port = World.freePort();
        try (Ground ground = new Ground(folder, 1, port);
                Trap trap = new Trap()) {
            ground.town().faults().onlooker(trap);
            ground.invoices(1);
            Memory memory = Memory.in(folder, "h2");
            Site.write(folder, ground.town(), port, memory.url(), memory.user());
            Product product = Product.start(installation, folder, "-XX:ArchiveClassesAtExit=" + installation.archive());
            trap.watch(product);
            trap.await(QUIET);
            product.stop();
        }
        if (!Files.exists(installation.archive())) {
            throw new IllegalStateException("The JVM has made no archive " + installation.archive());
        }
    }

    /** @param arguments the folder to install in */
    public static void main(String[] arguments) {
        of(Installation.at(Path.of(arguments[0])));
    }
}
