package no.kravbro.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import no.kravbro.Secrets;

/** The file with the master key: 256 bits in base64, and nothing else. */
public final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /** Writes a new key, for its owner's eyes only. Throws {@link FileAlreadyExistsException} rather than replace one. */
    public static void make(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        Files.createDirectories(folder);
        // Whole at once, so that nobody reads half a key; a temporary file is its owner's alone.
        Path fresh = Files.createTempFile(folder, "key", null);
        try {
            Files.writeString(fresh, Base64.getEncoder().encodeToString(Random.randBytes(BYTES)) + "\n");
            Files.move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Whether a file holds a master key; throws when it cannot be read. */
    public static boolean holdsKey(Path file) throws IOException {
        try {
            return Base64.getDecoder().decode(Files.readString(file).strip()).length == BYTES;
        } catch (IllegalArgumentException otherText) {
            return false;
        }
    }

    static Aead aead(Path file) {
        try {
            return new AesGcmJce(Secrets.bytes(file.toString()));
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("No key of " + BYTES + " bytes stands in " + file, refused);
        }
    }
}
