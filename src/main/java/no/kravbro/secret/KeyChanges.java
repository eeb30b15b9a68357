package no.kravbro.secret;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import no.kravbro.secret.KeysRefused.Code;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes newer data keys, gives up older ones, and ends the change of a master key. Each is one statement that holds only for
 * what was read before, in one transaction with what the caller writes of it; nothing is in memory that is not in the
 * database. Throws {@link KeysRefused}.
 */
@Service
public class KeyChanges {

    /** Far longer than any node trusts what it has read, and than any transaction takes that began with an older key. */
    static final Duration SURE = Duration.ofHours(1);

    private final NamedParameterJdbcTemplate named;
    private final KeyRows rows;
    private final SealedRows sealed;
    private final MasterKeys masters;
    private final KeyRing ring;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeyChanges(
            JdbcClient sql,
            NamedParameterJdbcTemplate named,
            MasterKeys masters,
            KeyRing ring,
            TransactionTemplate transaction,
            @Qualifier("machine") Clock clock) {
        this.named = named;
        this.rows = new KeyRows(sql);
        this.sealed = new SealedRows(named);
        this.masters = masters;
        this.ring = ring;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How it stands with the keys, none of which is shown.
     *
     * @param newest name of the key by which everything is sealed
     * @param older names of the others that still open
     * @param masterChanges whether two master keys open them
     * @param sealedRows how many rows were sealed anew under the newest
     * @param unreadRows how many could not be opened
     * @param rowsLeft how many have not been gone through yet; none is under an older key when it is 0, but those that cannot be opened
     * @param finishedAt when all had been gone through, or null
     * @param retireFrom when the older keys may be given up at the earliest; null where there are none
     */
    public record Standing(
            String newest,
            List<String> older,
            Instant madeAt,
            boolean masterChanges,
            long sealedRows,
            long unreadRows,
            long rowsLeft,
            Instant finishedAt,
            Instant retireFrom) {}

    public Standing standing() {
        Keys keys = ring.reread();
        KeyRow row = read();
        Map<String, Object> sweep = named.queryForMap("select * from data_keys where id = 1", Map.of());
        List<String> older = keys.ids().stream()
                .filter(id -> id != keys.primary())
                .map(Mark::name)
                .toList();
        return new Standing(
                Mark.name(keys.primary()),
                older,
                row.changedAt(),
                row.other() != null,
                (long) sweep.get("swept_rows"),
                (long) sweep.get("swept_unread"),
                row.sweptAt() == null ? left(Sweep.stand(sweep)) : 0,
                row.sweptAt(),
                older.isEmpty() ? null : row.changedAt().plus(SURE));
    }

    private long left(SealedRows.Stand stand) {
        return Arrays.stream(SealedColumn.values())
                .filter(column -> column.compareTo(stand.column()) >= 0)
                .map(column -> column == stand.column() ? stand : SealedRows.Stand.before(column))
                .mapToLong(sealed::left)
                .sum();
    }

    /** A new key, by which everything is sealed from now on; all rows are to be gone through anew. */
    public void rotate(Runnable written) {
        KeyRow was = underOneMaster();
        String content = opened(was).withNewPrimary().locked(masters.now());
        change(() -> rows.rotate(was, content, clock.instant()), written);
    }

    /** Forgets the older keys, when no row is under one any more. */
    public void retire(Runnable written) {
        KeyRow was = underOneMaster();
        Keys keys = opened(was);
        refuseIf(keys.ids().size() == 1, Code.NOTHING_OLD, "There is one key only");
        refuseIf(was.sweptAt() == null, Code.UNDER_WAY, "Rows are being sealed anew");
        Instant from = was.changedAt().plus(SURE);
        refuseIf(clock.instant().isBefore(from), Code.TOO_EARLY, "Not before " + from);
        long used = Arrays.stream(SealedColumn.values())
                .mapToLong(column -> sealed.notUnder(column, keys.primary()))
                .sum();
        if (used > 0) {
            rows.again(was);
            throw new KeysRefused(Code.STILL_USED, used + " rows are not under the newest key");
        }
        change(() -> rows.retire(was, keys.withoutOld().locked(masters.now())), written);
    }

    /** Only the master key of this node opens the data keys from now on. */
    public void rewrap(Runnable written) {
        KeyRow was = read();
        refuseIf(was.other() == null, Code.ONE_MASTER, "One master key opens the data keys");
        opened(was);
        change(() -> rows.keepOnly(was, was.of(masters.now())), written);
    }

    private interface Change {
        boolean made();
    }

    /** The new keys are used when they are committed, not before. */
    private void change(Change change, Runnable written) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Keys that may be rolled back must not be used");
        }
        transaction.executeWithoutResult(status -> {
            refuseIf(!change.made(), Code.CHANGED_MEANWHILE, "Somebody else has changed the keys");
            written.run();
        });
        ring.reread();
    }

    private KeyRow underOneMaster() {
        KeyRow row = read();
        refuseIf(row.other() != null, Code.MASTER_CHANGES, "Two master keys open the data keys");
        return row;
    }

    private KeyRow read() {
        return rows.read().orElseThrow();
    }

    /** A node that has been started with the one before only may not lock the others out. */
    private Keys opened(KeyRow row) {
        return row.by(masters.now())
                .orElseThrow(() -> new KeysRefused(
                        Code.MASTER_CHANGES, "The master key of this node does not open the data keys any more"));
    }

    private static void refuseIf(boolean so, Code code, String detail) {
        if (so) {
            throw new KeysRefused(code, detail);
        }
    }
}
