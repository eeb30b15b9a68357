package no.kravbro.creditor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.kravbro.secret.Place;
import no.kravbro.secret.SealedColumn;
import no.kravbro.secret.Sealer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Creditors who were connected while the product ran. All writing is in the caller's transaction; tokens are sealed. */
@Repository
class Registrations {

    private final JdbcClient sql;
    private final Sealer sealer;
    private final Clock machine;

    Registrations(JdbcClient sql, Sealer sealer, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.sealer = sealer;
        this.machine = machine;
    }

    /** Another number than before says that something has changed. */
    long version() {
        return sql.sql("select coalesce(sum(version), 0) from registration")
                .query(Long.class)
                .single();
    }

    List<Registered> all() {
        return sql.sql("select * from registration order by id")
                .query(Registrations::read)
                .list();
    }

    Optional<Registered> find(String creditorId) {
        return sql.sql("select * from registration where creditor_id = :creditor")
                .param("creditor", creditorId)
                .query(Registrations::read)
                .optional();
    }

    void add(String creditorId, String entry, String token, String who) {
        sql.sql(
                        """
                        insert into registration (creditor_id, entry, token, token_at, token_by, version, registered_at, registered_by)
                        values (:creditor, :entry, :token, :now, :who, 1, :now, :who)""")
                .param("creditor", creditorId)
                .param("entry", entry)
                .param("token", sealer.seal(place(creditorId), token))
                .param("who", who)
                .param("now", OffsetDateTime.now(machine))
                .update();
    }

    /** What was confirmed for the old words has to be confirmed again when the agencies are others. */
    void change(String creditorId, String entry, boolean otherAgencies) {
        sql.sql("update registration set entry = :entry, version = version + 1"
                        + (otherAgencies
                                ? ", agency_confirmed_at = null, agency_confirmed_by = null, agency_confirmed_how = null"
                                : "")
                        + " where creditor_id = :creditor")
                .param("creditor", creditorId)
                .param("entry", entry)
                .update();
    }

    void renew(String creditorId, String token, String who) {
        sql.sql("update registration set token = :token, token_at = :now, token_by = :who, version = version + 1"
                        + " where creditor_id = :creditor")
                .param("creditor", creditorId)
                .param("token", sealer.seal(place(creditorId), token))
                .param("who", who)
                .param("now", OffsetDateTime.now(machine))
                .update();
    }

    void confirm(String creditorId, Registered.Side side, String who, String how) {
        String column = side.name().toLowerCase(Locale.ROOT) + "_confirmed_";
        sql.sql("update registration set %1$sat = :now, %1$sby = :who, %1$show = :how, version = version + 1"
                                .formatted(column)
                        + " where creditor_id = :creditor")
                .param("creditor", creditorId)
                .param("who", who)
                .param("how", how)
                .param("now", OffsetDateTime.now(machine))
                .update();
    }

    Optional<String> token(String creditorId) {
        return sql.sql("select token from registration where creditor_id = :creditor")
                .param("creditor", creditorId)
                .query(String.class)
                .optional()
                .map(stored -> sealer.open(place(creditorId), stored));
    }

    private static Place place(String creditorId) {
        return SealedColumn.EMPLOYEE_TOKEN.place(creditorId, creditorId);
    }

    private static Registered read(ResultSet row, int number) throws SQLException {
        return new Registered(
                row.getString("creditor_id"),
                row.getString("entry"),
                instant(row, "token_at"),
                row.getString("token_by"),
                confirmation(row, "creditor_confirmed_"),
                confirmation(row, "agency_confirmed_"),
                instant(row, "registered_at"),
                row.getString("registered_by"));
    }

    private static Registered.Confirmation confirmation(ResultSet row, String column) throws SQLException {
        Instant at = instant(row, column + "at");
        return at == null
                ? null
                : new Registered.Confirmation(at, row.getString(column + "by"), row.getString(column + "how"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
