package no.kravbro.bundle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.kravbro.bundle.BundleFigures.Figures;
import no.kravbro.bundle.Occasion.Cause;
import no.kravbro.bundle.Rollout.State;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was taken up for all nodes, one after the other, in the database. */
public final class Rollouts {

    private final JdbcClient sql;
    private final Clock machine;

    public Rollouts(JdbcClient sql, Clock machine) {
        this.sql = sql;
        this.machine = machine;
    }

    public Optional<Rollout> newest() {
        return newest(1).stream().findFirst();
    }

    /** The newest that a first node has taken up and that was not left. */
    public Optional<Rollout> running() {
        return sql.sql("select * from bundle_rollout where state in ('WATCHED', 'STANDS', 'STOPPED') order by id desc"
                        + " fetch first 1 rows only")
                .query((row, number) -> rollout(row))
                .optional();
    }

    /** Newest first. */
    public List<Rollout> newest(int most) {
        return sql.sql("select * from bundle_rollout order by id desc fetch first :most rows only")
                .param("most", most)
                .query((row, number) -> rollout(row))
                .list();
    }

    /**
     * Begins one that follows the newest there is; empty when another one has begun meanwhile.
     *
     * @param planId plan that somebody applied, or null
     * @param follows the newest there was, or 0
     */
    public Optional<Long> begin(
            long follows,
            String planId,
            String base,
            String version,
            Occasion why,
            String node,
            Duration watch,
            Figures before) {
        Instant now = machine.instant();
        try {
            sql.sql(
                            "insert into bundle_rollout (follows, plan_id, base, version, cause, who, node, state, at, watch_until,"
                                    + " done, dead, last_letter) values (:follows, :plan, :base, :version, :cause, :who, :node,"
                                    + " 'TRYING', :now, :until, :done, :dead, :letter)")
                    .param("follows", follows)
                    .param("plan", planId)
                    .param("base", base)
                    .param("version", version)
                    .param("cause", why.cause().name())
                    .param("who", why.who())
                    .param("node", node)
                    .param("now", StoredVersions.at(now))
                    .param("until", StoredVersions.at(now.plus(watch)))
                    .param("done", before.done())
                    .param("dead", before.dead())
                    .param("letter", before.lastLetter())
                    .update();
        } catch (DuplicateKeyException another) {
            return Optional.empty();
        }
        return sql.sql("select id from bundle_rollout where follows = :follows")
                .param("follows", follows)
                .query(Long.class)
                .optional();
    }

    /** False when it was not in that state any more. */
    public boolean move(long id, State from, State to, String detail) {
        return sql.sql(
                                "update bundle_rollout set state = :to, detail = coalesce(:detail, detail) where id = :id and state = :from")
                        .param("to", to.name())
                        .param("detail", BundlePlans.shortened(detail))
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** What a node says of it; what it said last counts. */
    public void answer(long id, String node, boolean took, String detail) {
        sql.sql("delete from bundle_rollout_node where rollout_id = :id and node = :node")
                .param("id", id)
                .param("node", node)
                .update();
        sql.sql("insert into bundle_rollout_node (rollout_id, node, took, detail, at)"
                        + " values (:id, :node, :took, :detail, :now) on conflict do nothing")
                .param("id", id)
                .param("node", node)
                .param("took", took)
                .param("detail", BundlePlans.shortened(detail))
                .param("now", StoredVersions.at(machine.instant()))
                .update();
    }

    private List<Rollout.Answer> answers(long id) {
        return sql.sql("select * from bundle_rollout_node where rollout_id = :id order by at, node")
                .param("id", id)
                .query((row, number) -> new Rollout.Answer(
                        row.getString("node"),
                        row.getBoolean("took"),
                        row.getString("detail"),
                        StoredVersions.instant(row, "at")))
                .list();
    }

    private Rollout rollout(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Rollout(
                id,
                row.getString("plan_id"),
                row.getString("base"),
                row.getString("version"),
                new Occasion(Cause.valueOf(row.getString("cause")), row.getString("who")),
                row.getString("node"),
                State.valueOf(row.getString("state")),
                StoredVersions.instant(row, "at"),
                StoredVersions.instant(row, "watch_until"),
                new Figures(row.getLong("done"), row.getLong("dead"), row.getLong("last_letter")),
                row.getString("detail"),
                answers(id));
    }
}
