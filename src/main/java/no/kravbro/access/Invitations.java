package no.kravbro.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One-time links by which a person chooses a password. Only hashes are kept. */
@Component
class Invitations {

    static final Duration VALID = Duration.ofHours(24);
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient sql;
    private final Clock clock;

    Invitations(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param name null: whoever comes first becomes the first administrator; earlier links of the same name end */
    record Invitation(String name) {}

    /** The token of a new link. */
    String invite(String name) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sql.sql("delete from invitation where expires_at < :now or name = :name"
                        + " or (name is null and cast(:name as varchar) is null)")
                .param("now", Sql.at(clock.instant()))
                .param("name", name)
                .update();
        sql.sql("insert into invitation (token_hash, name, expires_at) values (:hash, :name, :expires)")
                .param("hash", Sql.hash(token))
                .param("name", name)
                .param("expires", Sql.at(clock.instant().plus(VALID)))
                .update();
        return token;
    }

    Optional<Invitation> find(String token) {
        return sql.sql("select name from invitation where token_hash = :hash and expires_at > :now")
                .param("hash", Sql.hash(token))
                .param("now", Sql.at(clock.instant()))
                .query((row, number) -> new Invitation(row.getString("name")))
                .optional();
    }

    /** True for exactly one of those who use it. */
    boolean use(String token) {
        return sql.sql("delete from invitation where token_hash = :hash and expires_at > :now")
                        .param("hash", Sql.hash(token))
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }
}
