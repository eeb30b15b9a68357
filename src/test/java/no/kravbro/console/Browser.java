package no.kravbro.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Debian's Chromium without a window, spoken to in its own protocol: no driver whose version must fit, and nothing on the class
 * path that the product does not have.
 */
final class Browser implements AutoCloseable {

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Process process;
    private final Path profile;
    private final Wire wire;

    Browser() {
        try {
            profile = Files.createTempDirectory("kravbro-browser");
            process = new ProcessBuilder(
                            program(),
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-dev-shm-usage",
                            "--no-first-run",
                            "--disable-extensions",
                            "--disable-background-networking",
                            "--hide-scrollbars",
                            "--force-color-profile=srgb",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            wire = new Wire(address(process.errorReader(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("Chromium cannot be started", e);
        }
    }

    private static String program() {
        return Optional.ofNullable(System.getenv("CHROMIUM")).stream()
                .flatMap(Stream::of)
                .findFirst()
                .or(() -> PLACES.stream()
                        .filter(each -> Files.isExecutable(Path.of(each)))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("The tests of the pages need Chromium, and there is none."
                        + " Install it (Debian: apt-get install chromium), or name it in the variable CHROMIUM."));
    }

    /** Chromium says it among other things; those are read too, so that it never waits for a reader. */
    private static String address(BufferedReader told) throws IOException {
        String line = told.readLine();
        while (line != null) {
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                Thread rest = new Thread(() -> told.lines().forEach(each -> {}), "browser-log");
                rest.setDaemon(true);
                rest.start();
                return found.group(1);
            }
            line = told.readLine();
        }
        throw new IOException("Chromium ended before it listened");
    }

    /** A page of its own, with cookies of its own. */
    Tab tab(String base) {
        return new Tab(wire, base);
    }

    @Override
    public void close() {
        wire.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            delete();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What its children still hold is left to the system's own tidying. */
    private void delete() {
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            profile.toFile().deleteOnExit();
        }
    }
}
