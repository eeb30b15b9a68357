package no.kravbro.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * When each creditor's jobs are due. A job is due on a day, at an hour, in Oslo, so {@code due_at} is business time; leases
 * and pauses after a failure are machine time. The caller computes the next due time.
 */
@Repository
public class Schedules {
    /** So many jobs of one process may ask the same far side at a time; the rest of its tickers serve the others. */
    private static final int PER_FAR_SIDE = 2;

    private static final String MINE =
            " where creditor_id = :creditor and far_side = :side and job = :job and holder = :holder";

    private final NamedParameterJdbcTemplate sql;
    private final String claim;
    private final Clock business;
    private final Clock machine;
    /** Tells this process from an earlier one of the same node, whose leases nobody works on any more. */
    private final String process = oneOfMany();

    public Schedules(
            NamedParameterJdbcTemplate sql, SqlFiles files, Clock business, @Qualifier("machine") Clock machine) {
        this.sql = sql;
        this.claim = files.statement("claim-schedules");
        this.business = business;
        this.machine = machine;
    }

    /** Makes sure that the job exists; one that exists keeps its due time. */
    public void ensure(String creditorId, String farSide, String job, Instant dueAt) {
        sql.update(
                "insert into schedule (creditor_id, far_side, job, due_at) values (:creditor, :side, :job, :due)"
                        + " on conflict do nothing",
                key(creditorId, job).addValue("side", farSide).addValue("due", Sql.at(dueAt)));
    }

    /**
     * Takes due jobs; on any number of nodes each goes to one holder. Every taking has a holder name of its own, so that a
     * run that lost its lease to a later one of the same node is told so. Of each far side this process holds two jobs at
     * most, so that one that is silent does not take all its tickers; two takers at once would not see each other's jobs.
     */
    public synchronized List<DueJob> claim(String holder, Duration lease, int limit) {
        var now = machine.instant();
        var mine = holder + "/" + process + "/";
        return sql.query(
                claim,
                new MapSqlParameterSource("businessNow", Sql.at(business.instant()))
                        .addValue("now", Sql.at(now))
                        .addValue("leaseUntil", Sql.at(now.plus(lease)))
                        .addValue("process", mine)
                        .addValue("holder", mine + oneOfMany())
                        .addValue("perFarSide", PER_FAR_SIDE)
                        .addValue("limit", limit),
                Schedules::read);
    }

    /** Keeps a long run's lease. False when another has the job by now: stop. */
    public boolean renew(DueJob job, Duration lease) {
        var until = machine.instant().plus(lease);
        return sql.update(
                        "update schedule set lease_until = :until" + MINE,
                        held(job).addValue("until", Sql.at(until)))
                == 1;
    }

    /** A node that stops in order leaves no job behind that others would wait for until its lease has run out. */
    public int handBack(String holder) {
        return sql.update(
                "update schedule set lease_until = null, holder = null where holder like :mine",
                new MapSqlParameterSource("mine", holder + "/%"));
    }

    /** Remembers how far the run has read. In the transaction of what was read. Throws when the lease is lost. */
    public void cursor(DueJob job, String cursor) {
        if (sql.update(
                        "update schedule set cursor_at = :cursor" + MINE,
                        held(job).addValue("cursor", cursor))
                == 0) {
            throw new IllegalStateException("Job " + job.job() + " of " + job.creditorId() + " is held by another");
        }
    }

    /** The run is over. A hint that came meanwhile stands: it is due again at once. False when the lease was lost. */
    public boolean finish(DueJob job, Instant nextDueAt, String result) {
        return end(
                job,
                "due_at = case when due_at = :was then :due else due_at end, not_before = null,"
                        + " answered_at = case when answered_at is null and :result = 'OK' and begun_at >= asked_at"
                        + " then :now else answered_at end, ",
                held(job).addValue("was", Sql.at(job.dueAt())).addValue("due", Sql.at(nextDueAt)),
                result);
    }

    /** The run failed; it stays due and is taken again after the pause. False when the lease was lost. */
    public boolean failed(DueJob job, Duration pause, String result) {
        return end(
                job,
                "not_before = :notBefore, ",
                held(job).addValue("notBefore", Sql.at(machine.instant().plus(pause))),
                result);
    }

    private boolean end(DueJob job, String change, MapSqlParameterSource parameters, String result) {
        return sql.update(
                        "update schedule set " + change
                                + "lease_until = null, holder = null, last_run_at = :now, last_result = :result" + MINE,
                        parameters.addValue("now", Sql.at(machine.instant())).addValue("result", Sql.detail(result)))
                == 1;
    }

    /**
     * Something is worth reading now. A job that is running will run once more, because what it reads may be older than the
     * hint. Of a job that asks several agencies, all are. Unknown jobs are fine.
     */
    public void hint(String creditorId, String job) {
        hint("", key(creditorId, job));
    }

    /** The same of one agency only. */
    public void hint(String creditorId, String farSide, String job) {
        hint(" and far_side = :side", key(creditorId, job).addValue("side", farSide));
    }

    private void hint(String where, MapSqlParameterSource parameters) {
        var due = business.instant();
        // A held job must see that its due time has changed, even when business time stands still: each hint makes it
        // earlier.
        sql.update(
                """
                update schedule set not_before = null, due_at =
                case when holder is null then :due else least(due_at, :due) - interval '1' second end
                where creditor_id = :creditor and job = :job and (due_at > :due or holder is not null)"""
                        + where,
                parameters.addValue("due", Sql.at(due)));
    }

    /**
     * Somebody wants these jobs to run now, and to see how far they come. Hints them; a run that has begun before does not count as
     * the one that was asked for.
     */
    public void ask(String creditorId, List<String> jobs, String who) {
        sql.update(
                """
                update schedule set asked_at = :now, asked_by = :who, answered_at = null, not_before = null, due_at =
                case when holder is null then least(due_at, :due) else least(due_at, :due) - interval '1' second end
                where creditor_id = :creditor and job in (:jobs)""",
                new MapSqlParameterSource("creditor", creditorId)
                        .addValue("jobs", jobs)
                        .addValue("who", who)
                        .addValue("now", Sql.at(machine.instant()))
                        .addValue("due", Sql.at(business.instant())));
    }

    /** Those of one creditor, with what is known of their runs. */
    public List<JobRun> runs(String creditorId) {
        return sql.query(
                "select * from schedule where creditor_id = :creditor order by job, far_side",
                new MapSqlParameterSource("creditor", creditorId),
                (row, number) -> new JobRun(
                        read(row, number),
                        Sql.instant(row, "asked_at"),
                        row.getString("asked_by"),
                        Sql.instant(row, "begun_at"),
                        Sql.instant(row, "answered_at"),
                        Sql.instant(row, "not_before"),
                        Sql.instant(row, "lease_until")));
    }

    /** Of a job that asks several agencies, the one that is due first. */
    public Optional<DueJob> find(String creditorId, String job) {
        return sql
                .query(
                        "select * from schedule where creditor_id = :creditor and job = :job order by due_at, far_side",
                        key(creditorId, job),
                        Schedules::read)
                .stream()
                .findFirst();
    }

    /** All jobs, next due first. */
    public List<DueJob> all() {
        return sql.query("select * from schedule order by due_at, creditor_id, job, far_side", Schedules::read);
    }

    /** About 60 random bits: short, since the holder's column has to hold two of them behind the name of the node. */
    private static String oneOfMany() {
        return UUID.randomUUID().toString().replace("-", "").substring(16);
    }

    private static MapSqlParameterSource key(String creditorId, String job) {
        return new MapSqlParameterSource("creditor", creditorId).addValue("job", job);
    }

    private static MapSqlParameterSource held(DueJob job) {
        return key(job.creditorId(), job.job()).addValue("side", job.farSide()).addValue("holder", job.holder());
    }

    private static DueJob read(ResultSet row, int number) throws SQLException {
        return new DueJob(
                row.getString("creditor_id"),
                row.getString("far_side"),
                row.getString("job"),
                Sql.instant(row, "due_at"),
                row.getString("cursor_at"),
                row.getString("holder"),
                Sql.instant(row, "last_run_at"),
                row.getString("last_result"));
    }
}
