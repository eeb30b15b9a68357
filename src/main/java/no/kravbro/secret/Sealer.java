package no.kravbro.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Encrypts what is stored, and decrypts what is read. Asks no database but once a minute: a row costs as many statements as before. What was
 * stored before there was a key is read as it stands.
 */
@Component
public class Sealer {

    private final KeyRing ring;

    Sealer(KeyRing ring) {
        this.ring = ring;
    }

    /** For a text column; null stays null. */
    public String seal(Place place, String plain) {
        if (plain == null) {
            return null;
        }
        Keys keys = ring.fresh();
        byte[] sealed = keys.encrypt(plain.getBytes(StandardCharsets.UTF_8), place);
        return Mark.of(keys.primary()) + Base64.getEncoder().encodeToString(sealed);
    }

    /** For a column of bytes; null stays null. */
    public byte[] seal(Place place, byte[] plain) {
        if (plain == null) {
            return null;
        }
        Keys keys = ring.fresh();
        byte[] mark = Mark.of(keys.primary()).getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = keys.encrypt(plain, place);
        byte[] stored = Arrays.copyOf(mark, mark.length + sealed.length);
        System.arraycopy(sealed, 0, stored, mark.length, sealed.length);
        return stored;
    }

    /** What {@link #seal(Place, String)} was given. Throws {@link CannotOpen}. */
    public String open(Place place, String stored) {
        if (!Mark.on(stored)) {
            return stored;
        }
        byte[] sealed = Base64.getDecoder().decode(stored.substring(Mark.LENGTH));
        return new String(open(place, Mark.key(stored), sealed), StandardCharsets.UTF_8);
    }

    /** What {@link #seal(Place, byte[])} was given. Throws {@link CannotOpen}. */
    public byte[] open(Place place, byte[] stored) {
        if (stored == null || stored.length < Mark.LENGTH) {
            return stored;
        }
        String mark = new String(stored, 0, Mark.LENGTH, StandardCharsets.US_ASCII);
        return Mark.on(mark)
                ? open(place, Mark.key(mark), Arrays.copyOfRange(stored, Mark.LENGTH, stored.length))
                : stored;
    }

    /** A key that is not known here may have been made by another node. */
    private byte[] open(Place place, int key, byte[] sealed) {
        Keys keys = ring.keys();
        if (!keys.holds(key)) {
            keys = ring.reread();
        }
        if (!keys.holds(key)) {
            throw new CannotOpen(place, "its key " + Mark.name(key) + " is not among those of this database");
        }
        return keys.decrypt(sealed, place);
    }
}
