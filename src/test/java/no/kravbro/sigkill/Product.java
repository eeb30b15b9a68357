package no.kravbro.sigkill;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as a process of its own, in a folder with its own settings file. */
final class Product {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Code that lives for seconds: the second compiler would cost more than it saves. */
    private static final List<String> QUICK = List.of(
            "-Xms64m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xlog:cds=off");

    private final Process process;
    private final Path log;
    private final long began = System.nanoTime();
    private volatile boolean gently;

    private Product(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param more options of the JVM */
    static Product start(Installation installation, Path folder, String... more) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(QUICK);
        command.addAll(List.of(more));
        if (Files.exists(installation.archive())) {
            command.add("-XX:SharedArchiveFile=" + installation.archive());
        }
        command.addAll(List.of("-jar", installation.jar().toString()));
        File log = folder.resolve("product.log").toFile();
        try {
            return new Product(
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                            .start(),
                    log.toPath());
        } catch (IOException e) {
            throw new UncheckedIOException("No process can be started", e);
        }
    }

    /** When it is struck it may end what it does. */
    Product gently() {
        gently = true;
        return this;
    }

    /** SIGKILL: nothing of it runs on, no hook, no write. */
    void kill() {
        process.destroyForcibly();
    }

    /** Whatever is meant for it. */
    void strike() {
        if (gently) {
            process.destroy();
        } else {
            kill();
        }
    }

    /** SIGTERM: it may end what it does. @return how long that took */
    Duration stop() {
        long asked = System.nanoTime();
        process.destroy();
        gone();
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    boolean alive() {
        return process.isAlive();
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Waits for its end. Throws when it does not end. */
    void gone() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The product did not stop within " + PATIENCE + ", see " + log);
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the product", stopped);
        }
    }
}
