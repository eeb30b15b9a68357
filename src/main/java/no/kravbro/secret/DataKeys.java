package no.kravbro.secret;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.kravbro.WrongSetting;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The data keys as they stand in the database, encrypted with the master key; made at the first start. */
@Repository
class DataKeys implements KeyRing {

    private static final String INSERT =
            "insert into data_keys (id, content, changed_at) values (1, :content, :now) on conflict do nothing";

    private final JdbcClient sql;
    private final Aead master;
    private final Clock clock;
    private volatile Keys keys;

    DataKeys(JdbcClient sql, Aead master, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.master = master;
        this.clock = clock;
        this.keys = stored().orElseGet(this::first);
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public Keys reread() {
        keys = stored().orElseThrow();
        return keys;
    }

    private Optional<Keys> stored() {
        return sql.sql("select content from data_keys where id = 1")
                .query(String.class)
                .optional()
                .map(this::unlocked);
    }

    /** Of several nodes that start on an empty database one writes, and all read. */
    private Keys first() {
        sql.sql(INSERT)
                .param("content", Keys.fresh().locked(master))
                .param("now", clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .update();
        return stored().orElseThrow();
    }

    private Keys unlocked(String content) {
        try {
            return Keys.unlocked(content, master);
        } catch (GeneralSecurityException otherKey) {
            throw new WrongSetting(
                    "kravbro.master-key-file",
                    "does not name the key that this database was first started with",
                    "name the file with that key; what is encrypted can be read by no other");
        }
    }
}
