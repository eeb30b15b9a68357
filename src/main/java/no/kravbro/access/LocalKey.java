package no.kravbro.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import no.kravbro.Settings;
import no.kravbro.audit.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps a key of the API in the file that {@code kravbro.api-key-file} names, for the command line on this machine; without that
 * setting there is none. A start makes a new one where the file is not there or its key holds no longer: who revokes it changes it.
 */
@Component
class LocalKey {

    private static final Logger LOG = LoggerFactory.getLogger(LocalKey.class);
    private static final Actor START = new Actor("kravbro", "", Actor.Via.API);
    private static final String NAME = "local";

    private final Keys keys;
    private final Settings settings;

    LocalKey(Keys keys, Settings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /** All but the second person's, who must be a person, and the accountant's, who is bound to creditors. */
    static Set<Role> roles() {
        return EnumSet.complementOf(EnumSet.of(Role.APPROVER, Role.ACCOUNTANT));
    }

    @EventListener(ApplicationReadyEvent.class)
    void keep() {
        if (settings.apiKeyFile() != null) {
            keep(Path.of(settings.apiKeyFile()));
        }
    }

    void keep(Path file) {
        if (!opens(file)) {
            write(file, keys.make(new Keys.Form(freeName(), null, roles(), null, null), START));
        }
        LOG.info("The command line on this machine uses the API by the key in {}", file);
    }

    private boolean opens(Path file) {
        try {
            return Files.exists(file)
                    && keys.open(Files.readString(file).strip()).isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("kravbro.api-key-file cannot be read", unreadable);
        }
    }

    private String freeName() {
        Set<String> taken = keys.names();
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? NAME : NAME + "-" + number)
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Whole at once, and for its owner's eyes only from the first byte: a temporary file is its owner's alone. */
    private static void write(Path file, String value) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(folder, "key", null);
            try {
                Files.writeString(fresh, value + "\n");
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("kravbro.api-key-file cannot be written", failed);
        }
    }
}
