package no.kravbro.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Retries of letters, one open one each; that is the database's rule, so two wishes at once are one. */
@Repository
class Retries {

    private static final String INSERT =
            """
            insert into letter_retry (run_id, dead_letter_id, open_letter, position, stage, target, revision, effect, state,
              who, requested_at, queued_at)
            values (:run, :letter, :letter, :position, :stage, :target, :revision, :effect, 'REQUESTED', :who, :now, :queued)
            on conflict do nothing""";

    private static final String ON_ITS_WAY =
            """
            update letter_retry set state = 'SENT' where state = 'REQUESTED' and queued_at is not null
              and exists (select 1 from dead_letter l left join delivery d on d.id = l.delivery_id
                left join inbox i on i.id = l.inbox_id
                where l.id = letter_retry.dead_letter_id
                  and (d.state in ('IN_FLIGHT', 'HANDED_OVER', 'UNKNOWN', 'DONE') or d.attempts > 0
                    or l.delivery_id is null and i.state = 'WORKED'))""";

    private final JdbcClient sql;
    private final Clock clock;

    Retries(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A single one that goes at once. False when the letter is being retried already. */
    boolean now(DeadLetter letter, Preview.Effect effect, String who) {
        return add(null, letter.id(), letter.agency(), letter.revision(), new Place(0, 0), effect, who, now());
    }

    record Place(int position, int stage) {}

    /** One of a staged retry, whose turn comes. False when the letter is being retried already. */
    boolean planned(long run, Plan.Line line, Place place, String who) {
        return add(run, line.letterId(), line.target(), line.revision(), place, line.effect(), who, null);
    }

    private boolean add(
            Long run,
            long letter,
            String target,
            long revision,
            Place place,
            Preview.Effect effect,
            String who,
            OffsetDateTime queued) {
        return sql.sql(INSERT)
                        .param("run", run)
                        .param("letter", letter)
                        .param("position", place.position())
                        .param("stage", place.stage())
                        .param("target", target)
                        .param("revision", revision)
                        .param("effect", effect.name())
                        .param("who", who)
                        .param("now", now())
                        .param("queued", queued)
                        .update()
                == 1;
    }

    /** Its letter's answer has come; nothing when the letter is not being retried. */
    void ended(long letter, RetryState state, String detail) {
        sql.sql("update letter_retry set state = :state, detail = :detail, open_letter = null, ended_at = :now"
                        + " where open_letter = :letter")
                .param("state", state.name())
                .param("detail", Sql.detail(detail))
                .param("now", now())
                .param("letter", letter)
                .update();
    }

    /** In the outbox now. False when somebody else was faster. */
    boolean queued(long id) {
        return sql.sql("update letter_retry set queued_at = :now where id = :id and queued_at is null"
                                + " and state = 'REQUESTED'")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** All of a staged retry that have not gone to the outbox. Returns how many. */
    int cancelWaiting(long run) {
        return sql.sql("update letter_retry set state = 'CANCELLED', open_letter = null, ended_at = :now"
                        + " where run_id = :run and state = 'REQUESTED' and queued_at is null")
                .param("now", now())
                .param("run", run)
                .update();
    }

    /** Notes which of those in the outbox have left it. */
    void noteSent() {
        sql.sql(ON_ITS_WAY).update();
    }

    /** In the order of their turns. */
    List<Retry> of(long run) {
        return sql.sql("select * from letter_retry where run_id = :run order by position")
                .param("run", run)
                .query(Retries::row)
                .list();
    }

    /** Oldest first. */
    List<Retry> ofLetter(long letter) {
        return sql.sql("select * from letter_retry where dead_letter_id = :letter order by id")
                .param("letter", letter)
                .query(Retries::row)
                .list();
    }

    /** How many went to the outbox for a far side in the time before now. */
    int queuedTo(String target, Duration time) {
        return sql.sql("select count(*) from letter_retry where target = :target and queued_at > :since")
                .param("target", target)
                .param("since", Sql.at(clock.instant().minus(time)))
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return Sql.at(clock.instant());
    }

    private static Retry row(ResultSet row, int number) throws SQLException {
        return new Retry(
                row.getLong("id"),
                Sql.number(row, "run_id"),
                row.getLong("dead_letter_id"),
                row.getInt("position"),
                row.getInt("stage"),
                row.getString("target"),
                row.getLong("revision"),
                Preview.Effect.valueOf(row.getString("effect")),
                RetryState.valueOf(row.getString("state")),
                row.getString("detail"),
                row.getString("who"),
                Sql.instant(row, "requested_at"),
                Sql.instant(row, "queued_at"),
                Sql.instant(row, "ended_at"));
    }
}
