package no.kravbro.secret;

import com.google.crypto.tink.Aead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.kravbro.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The key that the data keys are encrypted with. Tink's clients of key management services give an {@link Aead} as well: a bean in
 * place of this one is all that such a service needs.
 */
@Configuration
class MasterKey {

    /** Without a setting, which the start refuses in production, a key of its own beside the database. */
    @Bean
    Aead master(Settings settings) {
        Path file = settings.masterKey();
        if (settings.masterKeyFile() == null && !Files.exists(file)) {
            make(file);
        }
        return KeyFile.aead(file);
    }

    @Bean
    MasterKeys masterKeys(Aead master, Settings settings) {
        String before = settings.oldMasterKeyFile();
        return before == null ? MasterKeys.only(master) : new MasterKeys(master, KeyFile.aead(Path.of(before)));
    }

    private static void make(Path file) {
        try {
            KeyFile.make(file);
        } catch (FileAlreadyExistsException anotherProcessWas) {
            // Then its key is read.
            return;
        } catch (IOException failed) {
            throw new UncheckedIOException("No key can be written to " + file, failed);
        }
    }
}
