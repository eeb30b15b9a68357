package no.kravbro.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The keys of programs, as the database knows them. */
@Repository
public class ApiTokens {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ApiTokens(JdbcClient sql, TransactionTemplate transaction, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Newest first, the revoked ones too. */
    List<ApiToken> all() {
        return sql.sql("select * from api_token order by id desc")
                .query(this::read)
                .list();
    }

    Optional<ApiToken> find(String name) {
        return sql.sql("select * from api_token where name = :name")
                .param("name", name)
                .query(this::read)
                .optional();
    }

    Optional<ApiToken> ofValue(String value) {
        return sql.sql("select * from api_token where token_hash = :hash")
                .param("hash", Sql.hash(value))
                .query(this::read)
                .optional();
    }

    /** @param token its id and times of use do not count */
    void add(ApiToken token, String value) {
        transaction.executeWithoutResult(status -> {
            long id = insert(token, value);
            token.roles().forEach(role -> sql.sql("insert into api_token_role (token_id, role) values (:id, :role)")
                    .param("id", id)
                    .param("role", role.name())
                    .update());
            if (token.creditors() != null) {
                token.creditors().forEach(creditor -> sql.sql(
                                "insert into api_token_creditor (token_id, creditor_id) values (:id, :creditor)")
                        .param("id", id)
                        .param("creditor", creditor)
                        .update());
            }
        });
    }

    private long insert(ApiToken token, String value) {
        var id = new GeneratedKeyHolder();
        sql.sql(
                        """
                        insert into api_token (name, token_hash, owner, all_creditors, made_by, created_at, expires_at)
                        values (:name, :hash, :owner, :all, :by, :created, :expires)""")
                .param("name", token.name())
                .param("hash", Sql.hash(value))
                .param("owner", token.owner())
                .param("all", token.creditors() == null)
                .param("by", token.madeBy())
                .param("created", Sql.at(token.createdAt()))
                .param("expires", token.expiresAt() == null ? null : Sql.at(token.expiresAt()))
                .update(id, "id");
        return id.getKey().longValue();
    }

    /** False where it was revoked before. */
    boolean revoke(String name) {
        return sql.sql("update api_token set revoked_at = :now where name = :name and revoked_at is null")
                        .param("now", Sql.at(clock.instant()))
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Notes a use, at most once a minute: reading must not become writing. */
    void used(ApiToken token) {
        Instant now = clock.instant();
        if (token.lastUsedAt() != null && token.lastUsedAt().plus(NOTED_EVERY).isAfter(now)) {
            return;
        }
        sql.sql("update api_token set last_used_at = :now where id = :id")
                .param("now", Sql.at(now))
                .param("id", token.id())
                .update();
    }

    private ApiToken read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new ApiToken(
                id,
                row.getString("name"),
                row.getString("owner"),
                texts("select role from api_token_role where token_id = :id", id).stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("all_creditors")
                        ? null
                        : texts("select creditor_id from api_token_creditor where token_id = :id", id),
                row.getString("made_by"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "expires_at"),
                Sql.instant(row, "last_used_at"),
                Sql.instant(row, "revoked_at"));
    }

    private Set<String> texts(String statement, long id) {
        return Set.copyOf(sql.sql(statement).param("id", id).query(String.class).list());
    }
}
