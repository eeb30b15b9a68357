package no.kravbro.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of staged retries. */
@Repository
class StagedRows {

    private final JdbcClient sql;
    private final Clock clock;

    StagedRows(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    long add(String plan, String who, Instant beginsAt) {
        KeyHolder key = new GeneratedKeyHolder();
        sql.sql("insert into letter_run (plan_id, state, stage, who, begins_at, changed_at)"
                        + " values (:plan, 'WAITING', 1, :who, :begins, :now)")
                .param("plan", plan)
                .param("who", who)
                .param("begins", Sql.at(beginsAt))
                .param("now", Sql.at(clock.instant()))
                .update(key, "id");
        return Objects.requireNonNull(key.getKey(), "the database gives every row an id")
                .longValue();
    }

    Optional<StagedRetry> find(long id) {
        return sql.sql("select * from letter_run where id = :id")
                .param("id", id)
                .query(StagedRows::row)
                .optional();
    }

    Optional<StagedRetry> ofPlan(String plan) {
        return sql.sql("select * from letter_run where plan_id = :plan")
                .param("plan", plan)
                .query(StagedRows::row)
                .optional();
    }

    /** Held until the transaction ends. */
    Optional<StagedRetry> lock(long id) {
        return sql.sql("select * from letter_run where id = :id for update")
                .param("id", id)
                .query(StagedRows::row)
                .optional();
    }

    /** Those that go on by themselves, oldest first. */
    List<Long> goingOn() {
        return sql.sql("select id from letter_run where state in ('WAITING', 'RUNNING') order by id")
                .query(Long.class)
                .list();
    }

    /** Newest first. */
    List<StagedRetry> newest(int most) {
        return sql.sql("select * from letter_run order by id desc limit :most")
                .param("most", most)
                .query(StagedRows::row)
                .list();
    }

    void move(long id, StagedRetry.State state, int stage, StagedRetry.Reason reason, Long stoppedBy) {
        sql.sql("update letter_run set state = :state, stage = :stage, reason = :reason, stopped_by = :by,"
                        + " changed_at = :now where id = :id")
                .param("state", state.name())
                .param("stage", stage)
                .param("reason", reason == null ? null : reason.name())
                .param("by", stoppedBy)
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
    }

    void forgive(long id, long upTo) {
        sql.sql("update letter_run set forgiven = :upTo where id = :id")
                .param("upTo", upTo)
                .param("id", id)
                .update();
    }

    private static StagedRetry row(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new StagedRetry(
                row.getLong("id"),
                row.getString("plan_id"),
                StagedRetry.State.valueOf(row.getString("state")),
                row.getInt("stage"),
                row.getLong("forgiven"),
                reason == null ? null : StagedRetry.Reason.valueOf(reason),
                Sql.number(row, "stopped_by"),
                row.getString("who"),
                Sql.instant(row, "begins_at"),
                Sql.instant(row, "changed_at"));
    }
}
