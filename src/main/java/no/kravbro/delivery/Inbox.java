package no.kravbro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import no.kravbro.secret.SealedColumn;
import no.kravbro.secret.Sealer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
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

    static final String NEXT_SOURCE =
            """
            select source, received_at from inbox where creditor_id = :creditor and source > :last
            order by creditor_id, source, received_at desc limit 1""";

    private final NamedParameterJdbcTemplate sql;
    private final TransactionTemplate transaction;
    private final String claim;
    private final Sealer sealer;
    private final Clock clock;

    public Inbox(
            NamedParameterJdbcTemplate sql,
            TransactionTemplate transaction,
            SqlFiles files,
            Sealer sealer,
            @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.sealer = sealer;
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

    /** Something that has come. */
    public record Arrival(String source, String key, String creditorId, String payload) {}

    /** Lets something in. Safe for the same key at the same time on many threads and nodes: exactly one sees NEW. */
    public Entry enter(String source, String key, String creditorId, String payload) {
        return enterAll(List.of(new Arrival(source, key, creditorId, payload))).get(0);
    }

    /** Several of one source in one transaction, in their order; one that is there twice is NEW once. */
    public List<Entry> enterAll(List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        var rows = arrivals.stream().map(this::row).toList();
        return transaction.execute(status -> {
            var inserted = sql.batchUpdate(INSERT, rows.toArray(SqlParameterSource[]::new));
            var known = known(rows, inserted);
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < inserted.length; i++) {
                entries.add(inserted[i] == 1 ? Entry.NEW : again(arrivals.get(i), known));
            }
            return entries;
        });
    }

    private MapSqlParameterSource row(Arrival arrival) {
        var place = SealedColumn.INBOX.place(arrival.creditorId(), arrival.source(), arrival.key());
        return new MapSqlParameterSource("source", arrival.source())
                .addValue("key", arrival.key())
                .addValue("creditor", arrival.creditorId())
                .addValue("hash", Sql.hash(arrival.payload()))
                .addValue("payload", sealer.seal(place, arrival.payload()))
                .addValue("state", "NEW")
                .addValue("now", now())
                .addValue("lease", Sql.at(clock.instant().plus(FIRST_LEASE)));
    }

    /** Hashes of what was there already, by key. */
    private Map<String, String> known(List<MapSqlParameterSource> rows, int[] inserted) {
        var keys = IntStream.range(0, inserted.length)
                .filter(i -> inserted[i] == 0)
                .mapToObj(i -> rows.get(i).getValue("key"))
                .toList();
        var known = new HashMap<String, String>();
        if (!keys.isEmpty()) {
            sql.query(
                    "select inbox_key, content_hash from inbox where source = :source and inbox_key in (:keys)",
                    new MapSqlParameterSource("source", rows.get(0).getValue("source")).addValue("keys", keys),
                    row -> {
                        known.put(row.getString("inbox_key"), row.getString("content_hash"));
                    });
        }
        return known;
    }

    private Entry again(Arrival arrival, Map<String, String> known) {
        var hash = Sql.hash(arrival.payload());
        if (hash.equals(known.get(arrival.key()))) {
            return Entry.DUPLICATE;
        }
        var beside =
                new Arrival(arrival.source(), changedKey(arrival.key(), hash), arrival.creditorId(), arrival.payload());
        sql.update(INSERT, row(beside).addValue("state", "CHANGED"));
        return Entry.CHANGED;
    }

    /** Key under which changed content is kept beside the original. */
    static String changedKey(String key, String hash) {
        return key + "#" + hash.substring(0, SHORT_HASH);
    }

    public boolean contains(String source, String key) {
        return find(source, key).isPresent();
    }

    /**
     * When something came last for a creditor, by source. One step in an index for each source, so it costs the same however
     * much has come.
     */
    public Map<String, Instant> newest(String creditorId) {
        var newest = new TreeMap<String, Instant>();
        var last = "";
        while (last != null) {
            var before = newest.size();
            sql.query(NEXT_SOURCE, new MapSqlParameterSource("creditor", creditorId).addValue("last", last), row -> {
                newest.put(row.getString("source"), Sql.instant(row, "received_at"));
            });
            last = newest.size() == before ? null : newest.lastKey();
        }
        return newest;
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
        return sql.query(statement, parameters, this::read).stream().findFirst();
    }

    /** Its work is done for good. In the transaction of that work where there is one. */
    public void worked(long id) {
        sql.update(
                "update inbox set state = 'WORKED', worked_at = :now where id = :id and state = 'NEW'",
                new MapSqlParameterSource("id", id).addValue("now", now()));
    }

    /** As above, by key. */
    public void worked(String source, String key) {
        workedAll(source, List.of(key));
    }

    /** Several of one source. */
    public void workedAll(String source, List<String> keys) {
        sql.batchUpdate(
                "update inbox set state = 'WORKED', worked_at = :now"
                        + " where source = :source and inbox_key = :key and state = 'NEW'",
                keys.stream()
                        .map(key -> new MapSqlParameterSource("source", source)
                                .addValue("key", key)
                                .addValue("now", now()))
                        .toArray(SqlParameterSource[]::new));
    }

    /**
     * Takes up what entered and was never worked on because its holder died; oldest first, each for one node. They come
     * again after the lease if this holder dies as well.
     */
    public List<InboxEntry> stale(Duration lease, int limit) {
        var parameters = new MapSqlParameterSource("now", now())
                .addValue("leaseUntil", Sql.at(clock.instant().plus(lease)))
                .addValue("limit", limit);
        return sql.query(claim, parameters, this::read).stream()
                .sorted(Comparator.comparingLong(InboxEntry::id))
                .toList();
    }

    private OffsetDateTime now() {
        return Sql.at(clock.instant());
    }

    private InboxEntry read(ResultSet row, int number) throws SQLException {
        var source = row.getString("source");
        var key = row.getString("inbox_key");
        var creditor = row.getString("creditor_id");
        return new InboxEntry(
                row.getLong("id"),
                source,
                key,
                creditor,
                sealer.open(SealedColumn.INBOX.place(creditor, source, key), row.getString("payload")),
                InboxEntry.State.valueOf(row.getString("state")),
                Sql.instant(row, "received_at"));
    }
}
