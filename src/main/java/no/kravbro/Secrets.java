package no.kravbro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Secrets live in files and are read when they are used: never kept, never logged, and a changed file counts at once. */
public final class Secrets {

    private Secrets() {}

    /** The secret without surrounding white space. */
    public static String text(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret file " + file + " cannot be read", e);
        }
    }

    /** A secret written in base64. */
    public static byte[] bytes(String file) {
        return Base64.getDecoder().decode(text(file));
    }
}
