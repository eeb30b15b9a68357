package no.kravbro.bundle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kravbro.bundle.BundlePlan.Origin;
import no.kravbro.bundle.BundlePlan.State;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Plans of what is to run, in the database; the newest are kept. */
public final class BundlePlans {

    /** For so long a plan may be applied. */
    public static final Duration LASTS = Duration.ofDays(1);

    /** As many plans as are remembered. */
    public static final int MOST = 200;

    private static final int LONGEST_DETAIL = 2000;

    private final JdbcClient sql;
    private final Clock machine;

    public BundlePlans(JdbcClient sql, Clock machine) {
        this.sql = sql;
        this.machine = machine;
    }

    public BundlePlan make(String base, String version, Origin origin, String who) {
        Instant now = machine.instant().truncatedTo(ChronoUnit.MICROS);
        String id = UUID.randomUUID().toString();
        BundlePlan plan =
                new BundlePlan(id, base, version, origin, who, now, now.plus(LASTS), State.OPEN, null, null, null);
        sql.sql("insert into bundle_plan (id, base, version, origin, made_by, made_at, expires_at, state)"
                        + " values (:id, :base, :version, :origin, :who, :now, :expires, 'OPEN')")
                .param("id", id)
                .param("base", base)
                .param("version", version)
                .param("origin", origin.name())
                .param("who", who)
                .param("now", StoredVersions.at(now))
                .param("expires", StoredVersions.at(plan.expiresAt()))
                .update();
        forget();
        return plan;
    }

    public Optional<BundlePlan> find(String id) {
        return sql.sql("select * from bundle_plan where id = :id")
                .param("id", id)
                .query((row, number) -> plan(row))
                .optional();
    }

    /** Newest first. */
    public List<BundlePlan> all() {
        return sql.sql("select * from bundle_plan order by made_at desc, id")
                .query((row, number) -> plan(row))
                .list();
    }

    /** The open one of the same change, so that it is not made twice. */
    public Optional<BundlePlan> open(String base, String version) {
        return all().stream()
                .filter(plan -> plan.state() == State.OPEN)
                .filter(plan -> plan.base().equals(base) && plan.version().equals(version))
                .filter(plan -> machine.instant().isBefore(plan.expiresAt()))
                .findFirst();
    }

    /** False when somebody else has decided first. */
    public boolean decide(String id, State state, String who, String detail) {
        return sql.sql("update bundle_plan set state = :state, decided_by = :who, decided_at = :now, detail = :detail"
                                + " where id = :id and state = 'OPEN'")
                        .param("state", state.name())
                        .param("who", who)
                        .param("now", StoredVersions.at(machine.instant()))
                        .param("detail", shortened(detail))
                        .param("id", id)
                        .update()
                == 1;
    }

    static String shortened(String detail) {
        return detail == null ? null : detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
    }

    private void forget() {
        all().stream().skip(MOST).forEach(plan -> sql.sql("delete from bundle_plan where id = :id")
                .param("id", plan.id())
                .update());
    }

    private static BundlePlan plan(ResultSet row) throws SQLException {
        return new BundlePlan(
                row.getString("id"),
                row.getString("base"),
                row.getString("version"),
                Origin.valueOf(row.getString("origin")),
                row.getString("made_by"),
                StoredVersions.instant(row, "made_at"),
                StoredVersions.instant(row, "expires_at"),
                State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                StoredVersions.instant(row, "decided_at"),
                row.getString("detail"));
    }
}
