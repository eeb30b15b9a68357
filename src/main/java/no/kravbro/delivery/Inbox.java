package no.kravbro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What enters, once: key, content hash and payload are committed together before the sender gets an answer. */
@Repository
public class Inbox {
    /** How long whoever let it in may work on it before another node takes it up. */
    static final Duration FIRST_LEASE = Duration.ofMinutes(2);

    private static final int SHORT_HASH = 16;
    private static final String INSERT =
            """
            insert into inbox (source, inbox_key, creditor_id, content_hash, payload, state, received_at, lease_until)
            values (:source, :key, :creditor, :hash, :payload, :state, :now, :lease) on conflict do nothing""";

    private final NamedParameterJdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final String claim;
    private final Clock clock;

    public Inbox(
            NamedParameterJdbcTemplate sql,
            TransactionTemplate transaction,
            SqlFiles files,
            @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.claim = files.statement("claim-inbox");
        this.clock = clock;
    }

    /** What the door says. */
    public enum Entry {
        /** First time: work on it, then say {@link Inbox#worked}. */
        NEW,
        /** The same again: nothing to do. */
        DUPLICATE,
        /** The same key with other content: for a person; both contents are kept. */
        CHANGED
    }

    /** Lets something in. Safe for the same key at the same time on many threads and nodes: exactly one sees NEW. */
    public Entry enter(String source, String key, String creditorId, String payload) {
        return transaction.execute(status -> {
            var hash = Sql.hash(payload);
            var row = new MapSqlParameterSource("source", source)
                    .addValue("key", key)
                    .addValue("creditor", creditorId)
                    .addValue("hash", hash)
                    .addValue("payload", payload)
                    .addValue("now", now())
                    .addValue("lease", Sql.at(clock.instant().plus(FIRST_LEASE)));
            if (sql.update(INSERT, row.addValue("state", "NEW")) == 1) {
                return Entry.NEW;
            }
            return same(row, hash) ? Entry.DUPLICATE : changed(row, key, hash);
        });
    }

    private boolean same(MapSqlParameterSource row, String hash) {
        return hash.equals(sql.queryForObject(
                "select content_hash from inbox where source = :source and inbox_key = :key", row, String.class));
    }

    private Entry changed(MapSqlParameterSource row, String key, String hash) {
        sql.update(INSERT, row.addValue("key", changedKey(key, hash)).addValue("state", "CHANGED"));
        return Entry.CHANGED;
    }

    /** Key under which changed content is kept beside the original. */
    static String changedKey(String key, String hash) {
        return key + "#" + hash.substring(0, SHORT_HASH);
    }

    public boolean contains(String source, String key) {
        return find(source, key).isPresent();
    }

    public Optional<InboxEntry> find(String source, String key) {
        return one(
                "select * from inbox where source = :source and inbox_key = :key",
                new MapSqlParameterSource("source", source).addValue("key", key));
    }

    /** The other content that came under a key, as {@link Entry#CHANGED} said. */
    public Optional<InboxEntry> findChanged(String source, String key, String payload) {
        return find(source, changedKey(key, Sql.hash(payload)));
    }

    public Optional<InboxEntry> find(long id) {
        return one("select * from inbox where id = :id", new MapSqlParameterSource("id", id));
    }

    private Optional<InboxEntry> one(String statement, MapSqlParameterSource parameters) {
        return sql.query(statement, parameters, Inbox::read).stream().findFirst();
    }

    /** Its work is done for good. In the transaction of that work where there is one. */
    public void worked(long id) {
        sql.update(
                "update inbox set state = 'WORKED', worked_at = :now where id = :id and state = 'NEW'",
                new MapSqlParameterSource("id", id).addValue("now", now()));
    }

    /** As above, by key. */
    public void worked(String source, String key) {
        sql.update(
                "update inbox set state = 'WORKED', worked_at = :now"
                        + " where source = :source and inbox_key = :key and state = 'NEW'",
                new MapSqlParameterSource("source", source).addValue("key", key).addValue("now", now()));
    }

    /**
     * Takes up what entered and was never worked on because its holder died; oldest first, each for one node. They come
     * again after the lease if this holder dies as well.
     */
    public List<InboxEntry> stale(Duration lease, int limit) {
        var parameters = new MapSqlParameterSource("now", now())
                .addValue("leaseUntil", Sql.at(clock.instant().plus(lease)))
                .addValue("limit", limit);
        return sql.query(claim, parameters, Inbox::read).stream()
                .sorted(Comparator.comparingLong(InboxEntry::id))
                .toList();
    }

    private OffsetDateTime now() {
        return Sql.at(clock.instant());
    }

    private static InboxEntry read(ResultSet row, int number) throws SQLException {
        return new InboxEntry(
                row.getLong("id"),
                row.getString("source"),
                row.getString("inbox_key"),
                row.getString("creditor_id"),
                row.getString("payload"),
                InboxEntry.State.valueOf(row.getString("state")),
                Sql.instant(row, "received_at"));
    }
}
