package no.kravbro.secret;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kravbro.Settings;
import no.kravbro.secret.SealedRows.Stand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Goes through all sealed columns once after the newest key was made, and seals under it what is plain or under an older one. How
 * far it has come stands in the database, and so does which node is at it: another goes on where one stopped. Each row
 * is a statement of its own, so that nobody waits for it.
 */
@Component
public class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int STEPS = 40;
    private static final int ROWS = 25;
    /** Documents are large. */
    private static final int FEWER = 5;

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String MINE = " where id = 1 and swept_by = :node and content = :content";

    private final NamedParameterJdbcTemplate sql;
    private final SealedRows rows;
    private final KeyRing ring;
    private final Sealer sealer;
    private final Clock clock;
    private final String node;

    @Autowired
    Sweep(
            NamedParameterJdbcTemplate sql,
            KeyRing ring,
            Sealer sealer,
            @Qualifier("machine") Clock clock,
            Settings settings) {
        this(sql, ring, sealer, clock, settings.node());
    }

    Sweep(NamedParameterJdbcTemplate sql, KeyRing ring, Sealer sealer, Clock clock, String node) {
        this.sql = sql;
        this.rows = new SealedRows(sql);
        this.ring = ring;
        this.sealer = sealer;
        this.clock = clock;
        this.node = node;
    }

    private enum Row {
        LEFT,
        SEALED,
        UNREAD
    }

    /** What one step did. */
    private record Done(Stand stand, boolean all, long sealed, long unread) {}

    /** Some rows; every node knows the newest keys after it, whether or not there is anything to do. */
    public void tick() {
        ring.reread();
        for (int step = 0; step < STEPS && step(ROWS); step++) {
            // Each step is written down by itself.
        }
    }

    /** At most so many rows; false when nothing is left to do, or another node does it. */
    boolean step(int most) {
        if (open().isEmpty() || !take()) {
            return false;
        }
        List<Map<String, Object>> taken = open();
        return !taken.isEmpty() && step(taken.get(0), most);
    }

    private List<Map<String, Object>> open() {
        return sql.queryForList("select * from data_keys where id = 1 and swept_at is null", Map.of());
    }

    private boolean step(Map<String, Object> row, int most) {
        Stand stand = stand(row);
        int size = stand.column().bytes() ? Math.max(1, most / FEWER) : most;
        List<Map<String, Object>> page = rows.next(stand, size);
        return note((String) row.get("content"), seal(stand, page, page.size() < size));
    }

    /** Whoever is at it stays at it, until it has not been heard of for so long. */
    private boolean take() {
        Instant now = clock.instant();
        return sql.update(
                        "update data_keys set swept_by = :node, swept_until = :until where id = 1 and swept_at is null"
                                + " and (swept_by is null or swept_by = :node or swept_until <= :now)",
                        Map.of("node", node, "until", KeyRows.at(now.plus(LEASE)), "now", KeyRows.at(now)))
                == 1;
    }

    static Stand stand(Map<String, Object> row) {
        String column = (String) row.get("swept_column");
        return column == null
                ? Stand.BEGINNING
                : new Stand(
                        SealedColumn.valueOf(column), (String) row.get("swept_creditor"), (String) row.get("swept_id"));
    }

    private Done seal(Stand stand, List<Map<String, Object>> page, boolean ended) {
        SealedColumn column = stand.column();
        Map<Row, Integer> counted = new HashMap<>();
        page.forEach(row -> counted.merge(seal(column, row), 1, Integer::sum));
        boolean all = ended && column.ordinal() == SealedColumn.values().length - 1;
        Stand next =
                all ? stand : ended ? Stand.before(SealedColumn.values()[column.ordinal() + 1]) : last(stand, page);
        return new Done(next, all, counted.getOrDefault(Row.SEALED, 0), counted.getOrDefault(Row.UNREAD, 0));
    }

    private static Stand last(Stand stand, List<Map<String, Object>> page) {
        return Stand.behind(stand.column(), page.get(page.size() - 1));
    }

    private Row seal(SealedColumn column, Map<String, Object> row) {
        Object stored = row.get(column.column());
        if (stored == null || underNewest(stored)) {
            return Row.LEFT;
        }
        Place place = column.place(row);
        try {
            Object sealed = column.bytes()
                    ? sealer.seal(place, sealer.open(place, (byte[]) stored))
                    : sealer.seal(place, sealer.open(place, (String) stored));
            return rows.replace(column, row, sealed) ? Row.SEALED : Row.LEFT;
        } catch (CannotOpen changed) {
            // It stays as it is, is counted, and keeps the older keys from being given up.
            return Row.UNREAD;
        }
    }

    private boolean underNewest(Object stored) {
        String mark = Mark.of(ring.keys().primary());
        return stored instanceof byte[] bytes
                ? new String(bytes, 0, Math.min(bytes.length, Mark.LENGTH), StandardCharsets.ISO_8859_1).equals(mark)
                : ((String) stored).startsWith(mark);
    }

    /** Nothing where another node took over meanwhile, or a newer key was made: then it begins anew. */
    private boolean note(String content, Done done) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("node", node);
        parameters.put("content", content);
        parameters.put("column", done.stand().column().name());
        parameters.put("creditor", done.stand().creditor());
        parameters.put("id", done.stand().id());
        parameters.put("at", done.all() ? KeyRows.at(clock.instant()) : null);
        parameters.put("sealed", done.sealed());
        parameters.put("unread", done.unread());
        int noted = sql.update(
                "update data_keys set swept_column = :column, swept_creditor = :creditor, swept_id = :id, swept_at = :at,"
                        + " swept_rows = swept_rows + :sealed, swept_unread = swept_unread + :unread" + MINE,
                parameters);
        if (noted == 1 && done.all()) {
            tell();
        }
        return noted == 1 && !done.all();
    }

    private void tell() {
        Map<String, Object> row =
                sql.queryForMap("select swept_rows, swept_unread from data_keys where id = 1", Map.of());
        long sealed = (long) row.get("swept_rows");
        long unread = (long) row.get("swept_unread");
        if (unread > 0) {
            LOG.warn("{} rows were sealed under the newest data key, {} cannot be opened", sealed, unread);
        } else if (sealed > 0) {
            LOG.info("{} rows were sealed under the newest data key", sealed);
        }
    }
}
