package no.kravbro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A side's process, seen from the bench. */
final class Child implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEAP = "-Xmx512m";

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final PrintStream log;
    private final long startMillis;

    /** @param arguments as {@link Contest} reads them */
    Child(Path folder, String name, List<String> arguments) {
        try {
            Files.createDirectories(folder);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "-cp",
                    System.getProperty("java.class.path")));
            String more = System.getProperty("bench.jvm", "");
            if (!more.isBlank()) {
                command.addAll(1, List.of(more.replace("{name}", name).split(" ")));
            }
            command.add(Contest.class.getName());
            command.addAll(arguments);
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            answers = process.inputReader(StandardCharsets.UTF_8);
            orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            log = new PrintStream(Files.newOutputStream(folder.resolve(name + ".log")), true, StandardCharsets.UTF_8);
            startMillis = answer().path("startMillis").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long startMillis() {
        return startMillis;
    }

    /** Says what to do and waits for no answer. */
    void order(String order) {
        orders.println(order);
    }

    /** In the middle of whatever it does. */
    void kill() {
        process.destroyForcibly();
    }

    JsonNode ask(String order) {
        order(order);
        try {
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What else it says goes to its log. */
    private JsonNode answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(Contest.SIGN)) {
                return JSON.readTree(line.substring(Contest.SIGN.length()));
            }
            log.println(line);
        }
        throw new IOException("The process has ended; its log tells why");
    }

    @Override
    public void close() {
        orders.close();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        log.close();
    }
}
