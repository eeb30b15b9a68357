package no.kravbro.deadletter;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.kravbro.Masking;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Payloads;
import no.kravbro.delivery.Sql;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The table of dead letters and its log. What may be done with one is decided elsewhere. */
@Repository
class Letters {

    private static final String INSERT =
            """
            insert into dead_letter (delivery_id, inbox_id, subject, what, creditor_id, agency, claim_key, amount_ore,
              cause, detail, owner, fingerprint, may_have_landed, state, bundle_version, route_id, since_day, created_at, updated_at)
            values (:delivery, :inbox, :subject, :what, :creditor, :agency, :claim, :amount,
              :cause, :detail, :owner, :fingerprint, :landed, 'OPEN', :bundle, :route, :today, :now, :now)""";
    private static final String REOPEN =
            """
            update dead_letter set delivery_id = :delivery, cause = :cause, detail = :detail, owner = :owner,
              fingerprint = :fingerprint, may_have_landed = :landed, state = 'OPEN', close_reason = null,
              bundle_version = :bundle, route_id = :route, updated_at = :now, revision = revision + 1,
              same_cause = :sameCause, since_day = case when :afresh then :today else since_day end,
              amount_ore = case when :amount = 0 then amount_ore else :amount end
            where id = :id""";

    private final JdbcClient sql;
    private final Retries retries;
    private final Payloads payloads;
    private final Clock clock;
    private final Clock business;

    Letters(JdbcClient sql, Retries retries, Payloads payloads, @Qualifier("machine") Clock clock, Clock business) {
        this.sql = sql;
        this.retries = retries;
        this.payloads = payloads;
        this.clock = clock;
        this.business = business;
    }

    Optional<DeadLetter> find(long id) {
        return sql.sql("select * from dead_letter where id = :id")
                .param("id", id)
                .query(LetterReading::row)
                .optional();
    }

    /** By its own id, or that of its delivery or received message; held until the transaction ends. */
    Optional<DeadLetter> lock(String column, long id) {
        return sql.sql("select * from dead_letter where " + column + " = :id for update")
                .param("id", id)
                .query(LetterReading::row)
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
        return sql.sql(
                        "select l.id from dead_letter l where l.state = 'RETRYING' and exists"
                                + " (select 1 from inbox i where i.id = l.inbox_id and i.state = 'WORKED') order by l.id for update")
                .query(Long.class)
                .list();
    }

    long add(Failure failure) {
        KeyHolder key = new GeneratedKeyHolder();
        sql.sql(INSERT)
                .params(failure.columns())
                .param("today", OsloDay.today(business))
                .param("now", now())
                .update(key, "id");
        long id = Objects.requireNonNull(key.getKey(), "the database gives every row an id")
                .longValue();
        index(id, failure);
        return id;
    }

    /** It failed again: the same row, with what is known now; what is at stake is not forgotten when it failed sooner. */
    void reopen(DeadLetter letter, Failure failure, int sameCause) {
        boolean ended = letter.state() == LetterState.SOLVED || letter.state() == LetterState.CLOSED;
        sql.sql(REOPEN)
                .params(failure.columns())
                .param("sameCause", sameCause)
                .param("afresh", ended)
                .param("today", OsloDay.today(business))
                .param("now", now())
                .param("id", letter.id())
                .update();
        boolean same = letter.fingerprint().equals(failure.fingerprint());
        retries.ended(
                letter.id(),
                same ? RetryState.FAILED_SAME_CAUSE : RetryState.FAILED_NEW_CAUSE,
                failure.cause().name());
        index(letter.id(), failure);
    }

    private void index(long id, Failure failure) {
        String payload = failure.deliveryId() == null
                ? null
                : sql.sql("select creditor_id, kind, delivery_key, submission, payload from delivery where id = :id")
                        .param("id", failure.deliveryId())
                        .query((row, number) -> payloads.read(row))
                        .single();
        for (String term : Terms.of(failure, payload)) {
            sql.sql("insert into letter_term (term, dead_letter_id) values (:term, :id) on conflict do nothing")
                    .param("term", term)
                    .param("id", id)
                    .update();
        }
    }

    void move(long id, LetterState state) {
        sql.sql("update dead_letter set state = :state, updated_at = :now, revision = revision + 1 where id = :id")
                .param("state", state.name())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** It has come through. */
    void solve(long id) {
        move(id, LetterState.SOLVED);
        retries.ended(id, RetryState.ACCEPTED, null);
        say(id, DeadLetters.OURSELVES, LogLine.What.SOLVED, null);
    }

    void close(long id, CloseReason reason) {
        sql.sql(
                        "update dead_letter set state = 'CLOSED', close_reason = :reason, updated_at = :now, revision = revision + 1 where id = :id")
                .param("reason", reason.name())
                .param("now", now())
                .param("id", id)
                .update();
        retries.ended(id, RetryState.CALLED_OFF, reason.name());
    }

    /** From now on the letter is about another delivery of the same matter. */
    void follow(long id, long delivery) {
        sql.sql(
                        "update dead_letter set delivery_id = :delivery, state = 'RETRYING', updated_at = :now, revision = revision + 1 where id = :id")
                .param("delivery", delivery)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** No change of what it is about: a plan stays good. */
    void assign(long id, String assignee) {
        sql.sql("update dead_letter set assignee = :assignee where id = :id")
                .param("assignee", assignee)
                .param("id", id)
                .update();
    }

    void unlock(long id) {
        sql.sql("update dead_letter set same_cause = 0, revision = revision + 1 where id = :id")
                .param("id", id)
                .update();
    }

    void restore(long id) {
        sql.sql("update dead_letter set close_reason = null where id = :id")
                .param("id", id)
                .update();
        move(id, LetterState.OPEN);
    }

    /** The last time it was closed it was by a person. */
    boolean closedByPerson(long id) {
        return sql.sql("select who from dead_letter_log where dead_letter_id = :id and what = 'CLOSED'"
                        + " order by id desc limit 1")
                .param("id", id)
                .query(String.class)
                .optional()
                .filter(who -> !who.equals(DeadLetters.OURSELVES))
                .isPresent();
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
}
