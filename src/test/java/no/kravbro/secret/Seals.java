package no.kravbro.secret;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.time.Clock;
import no.kravbro.fakes.TestDatabase;

/** A sealer for tests of other rooms: one key for as long as the tests run, in no database. */
public final class Seals {

    public static final Sealer SEALER = new Sealer(new Lone(Keys.fresh()));

    private static final int BYTES = 32;

    private Seals() {}

    /** The same product's keys in a database, by a master key of their own. */
    public static KeyChanges changes(TestDatabase database, Clock clock) {
        try {
            MasterKeys master = MasterKeys.only(new AesGcmJce(Random.randBytes(BYTES)));
            DataKeys keys = new DataKeys(database.client(), master, clock);
            return new KeyChanges(database.client(), database.named(), master, keys, database.transaction(), clock);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Keys that never change. */
    record Lone(Keys keys) implements KeyRing {

        @Override
        public Keys reread() {
            return keys;
        }
    }
}
