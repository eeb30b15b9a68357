package no.kravbro.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.kravbro.Masking;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of dead letters and its log. What may be done with one is decided elsewhere. */
@Repository
class Letters {

    private static final String CONDITION =
            """
            where (cast(:state as varchar) is null or state = :state)
              and (cast(:creditor as varchar) is null or creditor_id = :creditor)
              and (cast(:cause as varchar) is null or cause = :cause)
              and (cast(:owner as varchar) is null or owner = :owner)
              and (cast(:claim as varchar) is null or claim_key = :claim)
            """;

    private static final String INSERT =
            """
            insert into dead_letter (delivery_id, inbox_id, subject, what, creditor_id, agency, claim_key, amount_ore,
              cause, detail, owner, fingerprint, may_have_landed, state, bundle_version, route_id, created_at, updated_at)
            values (:delivery, :inbox, :subject, :what, :creditor, :agency, :claim, :amount,
              :cause, :detail, :owner, :fingerprint, :landed, 'OPEN', :bundle, :route, :now, :now)""";

    private final JdbcClient sql;
    private final Clock clock;

    Letters(JdbcClient sql, @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Optional<DeadLetter> find(long id) {
        return sql.sql("select * from dead_letter where id = :id")
                .param("id", id)
                .query(Letters::row)
                .optional();
    }

    /** By its own id, or that of its delivery or received message; held until the transaction ends. */
    Optional<DeadLetter> lock(String column, long id) {
        return sql.sql("select * from dead_letter where " + column + " = :id for update")
                .param("id", id)
                .query(Letters::row)
                .optional();
    }

    /** Ids of the letters of these deliveries that have not ended; held until the transaction ends. */
    List<Long> unsettledOf(List<Long> deliveries) {
        return sql.sql("select id from dead_letter where delivery_id in (:deliveries)"
                        + " and state in ('OPEN', 'RETRYING', 'INQUIRING') order by id for update")
                .param("deliveries", deliveries)
                .query(Long.class)
                .list();
    }

    /** Ids of the letters whose received message was put back and is worked on now; held until the transaction ends. */
    List<Long> workedAfterRetry() {
        return sql.sql("select id from dead_letter where state = 'RETRYING'"
                        + " and inbox_id in (select i.id from inbox i where i.state = 'WORKED') order by id for update")
                .query(Long.class)
                .list();
    }

    /** Newest first. */
    List<DeadLetter> list(LetterFilter filter) {
        return filtered("select * from dead_letter " + CONDITION + " order by id desc limit :size offset :skip", filter)
                .param("size", filter.size())
                .param("skip", (long) filter.page() * filter.size())
                .query(Letters::row)
                .list();
    }

    long count(LetterFilter filter) {
        return filtered("select count(*) from dead_letter " + CONDITION, filter)
                .query(Long.class)
                .single();
    }

    List<LogLine> log(long id) {
        return sql.sql("select * from dead_letter_log where dead_letter_id = :id order by id")
                .param("id", id)
                .query((row, number) -> new LogLine(
                        Sql.instant(row, "at"),
                        row.getString("who"),
                        LogLine.What.valueOf(row.getString("what")),
                        row.getString("detail")))
                .list();
    }

    long add(Failure failure) {
        KeyHolder key = new GeneratedKeyHolder();
        sql.sql(INSERT).params(failure.columns()).param("now", now()).update(key, "id");
        return Objects.requireNonNull(key.getKey(), "the database gives every row an id")
                .longValue();
    }

    /** It failed again: the same row, with what is known now; what is at stake is not forgotten when it failed sooner. */
    void reopen(long id, Failure failure) {
        sql.sql(
                        """
                        update dead_letter set delivery_id = :delivery, cause = :cause, detail = :detail, owner = :owner,
                          fingerprint = :fingerprint, may_have_landed = :landed, state = 'OPEN', close_reason = null,
                          bundle_version = :bundle, route_id = :route, updated_at = :now,
                          amount_ore = case when :amount = 0 then amount_ore else :amount end
                        where id = :id""")
                .params(failure.columns())
                .param("now", now())
                .param("id", id)
                .update();
    }

    void move(long id, LetterState state) {
        sql.sql("update dead_letter set state = :state, updated_at = :now where id = :id")
                .param("state", state.name())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** It has come through. */
    void solve(long id) {
        move(id, LetterState.SOLVED);
        say(id, DeadLetters.OURSELVES, LogLine.What.SOLVED, null);
    }

    void close(long id, CloseReason reason) {
        sql.sql("update dead_letter set state = 'CLOSED', close_reason = :reason, updated_at = :now where id = :id")
                .param("reason", reason.name())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** From now on the letter is about another delivery of the same matter. */
    void follow(long id, long delivery) {
        sql.sql("update dead_letter set delivery_id = :delivery, state = 'RETRYING', updated_at = :now where id = :id")
                .param("delivery", delivery)
                .param("now", now())
                .param("id", id)
                .update();
    }

    void say(long id, String who, LogLine.What what, String detail) {
        sql.sql("insert into dead_letter_log (dead_letter_id, at, who, what, detail)"
                        + " values (:id, :now, :who, :what, :detail)")
                .param("id", id)
                .param("now", now())
                .param("who", who)
                .param("what", what.name())
                .param("detail", Masking.mask(detail))
                .update();
    }

    OffsetDateTime now() {
        return Sql.at(clock.instant());
    }

    private JdbcClient.StatementSpec filtered(String statement, LetterFilter filter) {
        return sql.sql(statement)
                .param("state", name(filter.state()))
                .param("creditor", filter.creditorId())
                .param("cause", name(filter.cause()))
                .param("owner", name(filter.owner()))
                .param("claim", filter.claimKey());
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static DeadLetter row(ResultSet row, int number) throws SQLException {
        String reason = row.getString("close_reason");
        return new DeadLetter(
                row.getLong("id"),
                Sql.number(row, "delivery_id"),
                Sql.number(row, "inbox_id"),
                row.getString("subject"),
                row.getString("what"),
                row.getString("creditor_id"),
                row.getString("agency"),
                row.getString("claim_key"),
                row.getLong("amount_ore"),
                Cause.of(row.getString("cause")),
                row.getString("detail"),
                Owner.valueOf(row.getString("owner")),
                row.getString("fingerprint"),
                row.getBoolean("may_have_landed"),
                LetterState.valueOf(row.getString("state")),
                reason == null ? null : CloseReason.valueOf(reason),
                row.getString("bundle_version"),
                row.getString("route_id"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }
}
