package no.kravbro.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import no.kravbro.Settings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Configuration;

/**
 * Starts the product as far as its settings are looked at. A wrong one stops the start, and nothing is changed. An input is a
 * creditors file, or lines {@code key=value} over right settings.
 */
final class StartFeeder implements Feeder {

    private static final Path SECRET = Path.of("src/test/resources/sandbox/secrets/tripletex-consumer");
    private static final Path CREDITORS = Path.of("src/test/resources/sandbox/creditors-autocollect.yaml");

    private final Screen screen;
    private final Path folder;

    @Configuration
    @EnableConfigurationProperties(Settings.class)
    static class OnlySettings {}

    StartFeeder(Screen screen, Path folder) {
        this.screen = screen;
        this.folder = folder;
    }

    @Override
    public String feed(Case input) throws Exception {
        byte[] bytes = input.input(new Fill().with("folder", folder).with("secret", SECRET));
        Map<String, String> settings = right();
        Path file = Files.write(folder.resolve("input"), bytes);
        if (input.door() == Door.CREDITORS) {
            settings.put("kravbro.creditors-file", file.toString());
        } else {
            Files.readAllLines(file)
                    .forEach(line ->
                            settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        }
        screen.take();
        assertThat(starts(settings)).as("it starts").isFalse();
        String said = screen.take();
        assertThat(said).contains("Kravbro does not start.");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        return said;
    }

    /** The right settings start. */
    boolean starts() throws ClassNotFoundException {
        return starts(right());
    }

    private static Map<String, String> right() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("kravbro.tripletex.consumer-token-file", SECRET.toString());
        settings.put("kravbro.master-key-file", "src/test/resources/sandbox/secrets/master-key");
        settings.put("kravbro.creditors-file", CREDITORS.toString());
        settings.put("kravbro.agencies.autocollect.url", "http://localhost:1/collection/v1");
        settings.put("kravbro.agencies.autocollect.token-url", "http://localhost:1/token");
        settings.put("kravbro.agencies.autocollect.client-id", "kravbro");
        settings.put("kravbro.agencies.autocollect.client-secret-file", SECRET.toString());
        return settings;
    }

    private static boolean starts(Map<String, String> settings) throws ClassNotFoundException {
        SpringApplication application =
                new SpringApplication(OnlySettings.class, Class.forName("no.kravbro.SettingsCheck"));
        application.setWebApplicationType(WebApplicationType.NONE);
        // The world of this process logs on meanwhile: a start that sets the log up anew would take its lines, and
        // ours.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        try {
            application
                    .run(settings.entrySet().stream()
                            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                            .toArray(String[]::new))
                    .close();
            return true;
        } catch (RuntimeException refused) {
            return false;
        } finally {
            System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        }
    }
}
