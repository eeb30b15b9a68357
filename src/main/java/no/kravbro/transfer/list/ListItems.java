package no.kravbro.transfer.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the collection lists. All writing is in the caller's transaction. */
@Repository
public class ListItems {

    /**
     * When the books are read once more before a cut-off; the last time at the cut-off itself, so that what came while the
     * agency went on is told it at once.
     */
    private static final List<Duration> LOOKS = List.of(
            Duration.ofMinutes(60),
            Duration.ofMinutes(20),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ZERO);

    private final JdbcClient sql;
    private final Clock clock;

    public ListItems(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Told twice it is listed once. @return false when it was told before */
    boolean list(ClaimRow claim, Instant cutoffAt) {
        return sql.sql(
                                """
                        insert into list_item (claim_key, creditor_id, submission, cutoff_at, state, listed_at)
                        values (:key, :creditor, :submission, :cutoff, 'OPEN', :now) on conflict do nothing""")
                        .param("key", claim.key())
                        .param("creditor", claim.creditorId())
                        .param("submission", claim.submission())
                        .param("cutoff", Sql.at(cutoffAt))
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    /** The books have just been seen to show what is owed. */
    void read(long id) {
        sql.sql("update list_item set read_at = :now where id = :id")
                .param("id", id)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** @return false when it was answered before */
    boolean answer(long id, ListItem.State state, String reason, String who) {
        return sql.sql("update list_item set state = :state, reason = :reason, answered_by = :who, answered_at = :now"
                                + " where id = :id and state = 'OPEN'")
                        .param("id", id)
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("who", who)
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    /** A no that has not come through; reason and person stay. */
    void tooLate(long id) {
        sql.sql("update list_item set state = 'TOO_LATE' where id = :id and state in ('REJECTED', 'TAKEN_OFF')")
                .param("id", id)
                .update();
    }

    public Optional<ListItem> find(long id) {
        return sql.sql("select * from list_item where id = :id")
                .param("id", id)
                .query(ListItems::read)
                .optional();
    }

    Optional<ListItem> openOf(String claimKey) {
        return sql.sql("select * from list_item where claim_key = :key and state = 'OPEN' order by id desc"
                        + " fetch first 1 rows only")
                .param("key", claimKey)
                .query(ListItems::read)
                .optional();
    }

    /** Those of a creditor with a cut-off after a moment, the next cut-off first. */
    public List<ListItem> after(String creditorId, Instant moment) {
        return sql.sql("select * from list_item where creditor_id = :creditor and cutoff_at > :after"
                        + " order by cutoff_at, id")
                .param("creditor", creditorId)
                .param("after", Sql.at(moment))
                .query(ListItems::read)
                .list();
    }

    /** Of all creditors, those that go to collection after a moment unless somebody says no. */
    public List<ListItem> openAfter(Instant moment) {
        return sql.sql("select * from list_item where state = 'OPEN' and cutoff_at > :after"
                        + " order by creditor_id, cutoff_at, id")
                .param("after", Sql.at(moment))
                .query(ListItems::read)
                .list();
    }

    /** Of all creditors, those that nobody has answered with a cut-off between two moments. */
    List<ListItem> openBetween(Instant after, Instant until) {
        return openAfter(after).stream()
                .filter(item -> !item.cutoffAt().isAfter(until))
                .toList();
    }

    /** When the books are to be read next for the sake of a list. */
    public Optional<Instant> nextLook(String creditorId, Instant after) {
        return after(creditorId, after).stream()
                .filter(item -> item.state() == ListItem.State.OPEN)
                .flatMap(item -> LOOKS.stream().map(before -> item.cutoffAt().minus(before)))
                .filter(look -> look.isAfter(after))
                .min(Instant::compareTo);
    }

    /** One row of the table. */
    public static ListItem read(ResultSet row, int number) throws SQLException {
        return new ListItem(
                row.getLong("id"),
                row.getString("claim_key"),
                row.getString("creditor_id"),
                row.getInt("submission"),
                Sql.instant(row, "cutoff_at"),
                ListItem.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("answered_by"),
                Sql.instant(row, "listed_at"),
                Sql.instant(row, "answered_at"),
                Sql.instant(row, "read_at"));
    }
}
