package no.kravbro.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.kravbro.WrongSetting;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The data keys as they stand in the database, encrypted with the master key; made at the first start. */
@Repository
class DataKeys implements KeyRing {

    /** A node that has not looked for so long looks before it seals: another may have made a newer key. */
    static final Duration TRUSTED = Duration.ofMinutes(1);

    private static final String SETTING = "kravbro.master-key-file";

    private final KeyRows rows;
    private final MasterKeys masters;
    private final Clock clock;
    private volatile Known keys;

    DataKeys(JdbcClient sql, MasterKeys masters, @Qualifier("machine") Clock clock) {
        this.rows = new KeyRows(sql);
        this.masters = masters;
        this.clock = clock;
        this.keys = new Known(stored().orElseGet(this::first), clock.instant());
    }

    private record Known(Keys keys, Instant at) {}

    @Override
    public Keys keys() {
        return keys.keys();
    }

    @Override
    public Keys fresh() {
        Known known = keys;
        boolean late = Duration.between(known.at(), clock.instant()).abs().compareTo(TRUSTED) > 0;
        return late ? reread() : known.keys();
    }

    @Override
    public Keys reread() {
        Instant now = clock.instant();
        Keys read = stored().orElseThrow(() -> new IllegalStateException("The keys in the database are gone"));
        keys = new Known(read, now);
        return read;
    }

    private Optional<Keys> stored() {
        return rows.read().map(row -> row.by(masters.now()).orElseGet(() -> byTheOneBefore(row)));
    }

    /** From then on either master key opens them, on whatever node, until the older one is given up. */
    private Keys byTheOneBefore(KeyRow row) {
        Keys opened = row.by(masters.before())
                .orElseThrow(() -> new WrongSetting(
                        SETTING,
                        "does not name the key that this database was first started with",
                        "name the file with that key; what is encrypted can be read by no other"));
        if (row.other() != null) {
            throw new WrongSetting(
                    SETTING,
                    "names a third key, while this database changes from one to another",
                    "name the key that it changes to, and end that with `kravbro keys rewrap`");
        }
        rows.addOther(row, opened.locked(masters.now()));
        return stored().orElseThrow();
    }

    private Keys first() {
        rows.first(Keys.fresh().locked(masters.now()), clock.instant());
        return stored().orElseThrow();
    }
}
