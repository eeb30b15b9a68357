package no.kravbro.secret;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;

/**
 * The data keys as they are stored.
 *
 * @param other the same keys encrypted with another master key, or null; two while one takes the place of the other
 * @param changedAt when the newest key was made
 * @param sweptAt when all rows had been gone through after that, or null
 */
record KeyRow(String content, String other, Instant changedAt, Instant sweptAt) {

    /** Empty where this master key opens neither. */
    Optional<Keys> by(Aead master) {
        return opened(content, master).or(() -> opened(other, master));
    }

    /** The one that this master key opens. */
    String of(Aead master) {
        return opened(content, master).isPresent() ? content : other;
    }

    private static Optional<Keys> opened(String locked, Aead master) {
        if (locked == null || master == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Keys.unlocked(locked, master));
        } catch (GeneralSecurityException otherKey) {
            return Optional.empty();
        }
    }
}
