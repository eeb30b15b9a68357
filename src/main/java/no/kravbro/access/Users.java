package no.kravbro.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The people who may log in, with their roles and creditors. */
@Repository
public class Users {

    /** Of those who have chosen none: nobody comes in with it. */
    static final String NO_PASSWORD = "{none}";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Users(JdbcClient sql, TransactionTemplate transaction, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** By name. */
    public List<User> all() {
        return sql.sql("select * from app_user order by name").query(this::read).list();
    }

    public Optional<User> find(String name) {
        return sql.sql("select * from app_user where name = :name")
                .param("name", name)
                .query(this::read)
                .optional();
    }

    /** Whether somebody who is no demonstration may say who is who. */
    public boolean hasAdministrator() {
        return sql.sql("select count(*) from app_user u join app_user_role r on r.name = u.name"
                                + " where r.role = 'ADMIN' and u.state = 'ACTIVE' and u.demonstration = false")
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<String> password(String name) {
        return sql.sql("select password from app_user where name = :name and state = 'ACTIVE' and password <> '"
                        + NO_PASSWORD + "'")
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Writes a person down, or anew. Whoever is logged in under this name is logged out. @param password encoded, or null: as it was */
    void save(User user, String password) {
        transaction.executeWithoutResult(status -> {
            if (update(user, password) == 0) {
                insert(user, password);
            }
            sql.sql("delete from app_user_role where name = :name")
                    .param("name", user.name())
                    .update();
            sql.sql("delete from app_user_creditor where name = :name")
                    .param("name", user.name())
                    .update();
            user.roles().forEach(role -> sql.sql(
                            "insert into app_user_role (name, role) values (:name, :role)" + " on conflict do nothing")
                    .param("name", user.name())
                    .param("role", role.name())
                    .update());
            user.creditors()
                    .forEach(id -> sql.sql("insert into app_user_creditor (name, creditor_id) values (:name, :id)"
                                    + " on conflict do nothing")
                            .param("name", user.name())
                            .param("id", id)
                            .update());
        });
    }

    private int update(User user, String password) {
        return sql.sql(
                        """
                        update app_user set display_name = :display, state = :state, version = version + 1,
                          password = coalesce(:password, password), changed_at = :now where name = :name""")
                .param("display", user.displayName())
                .param("state", state(user))
                .param("password", password)
                .param("now", now())
                .param("name", user.name())
                .update();
    }

    private void insert(User user, String password) {
        sql.sql(
                        """
                        insert into app_user (name, display_name, password, state, version, demonstration, created_at,
                          changed_at) values (:name, :display, :password, :state, 1, :demonstration, :now, :now)
                        on conflict do nothing""")
                .param("name", user.name())
                .param("display", user.displayName())
                .param("password", password)
                .param("state", state(user))
                .param("demonstration", user.demonstration())
                .param("now", now())
                .update();
    }

    void loggedIn(String name) {
        sql.sql("update app_user set last_login_at = :now where name = :name")
                .param("now", now())
                .param("name", name)
                .update();
    }

    /** Whom the issuer of logins knows as this. */
    Optional<User> ofOrigin(String origin) {
        return sql.sql("select * from app_user where origin = :origin")
                .param("origin", origin)
                .query(this::read)
                .optional();
    }

    /** Whether the issuer of logins answers for this person. */
    boolean isBound(String name) {
        return sql.sql("select count(*) from app_user where name = :name and origin is not null")
                        .param("name", name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void bind(String name, String origin) {
        sql.sql("update app_user set origin = :origin where name = :name")
                .param("origin", origin)
                .param("name", name)
                .update();
    }

    private static String state(User user) {
        return user.active() ? "ACTIVE" : "DISABLED";
    }

    private OffsetDateTime now() {
        return Sql.at(clock.instant());
    }

    private User read(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        return new User(
                name,
                row.getString("display_name"),
                texts("select role from app_user_role where name = :name", name).stream()
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                texts("select creditor_id from app_user_creditor where name = :name", name),
                "ACTIVE".equals(row.getString("state")),
                row.getInt("version"),
                row.getBoolean("demonstration"),
                Sql.instant(row, "last_login_at"));
    }

    private Set<String> texts(String statement, String name) {
        return Set.copyOf(
                sql.sql(statement).param("name", name).query(String.class).list());
    }
}
