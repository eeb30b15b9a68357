package no.kravbro.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox: everything that leaves Kravbro, from its writing to its end. */
@Repository
public class Deliveries {
    /** Why a delivery is cancelled whose matter goes on under another submission number. */
    public static final String REPLACED = "REPLACED";

    private static final String UNBURIED =
            """
            select d.* from delivery d where d.state = 'DEAD' and d.updated_at < :before
              and not exists (select 1 from dead_letter l where l.delivery_id = d.id and l.updated_at >= d.updated_at)
            order by d.id fetch first :limit rows only""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final DeliveryRows rows;
    private final Recording recording;
    private final ObjectProvider<Consequence> consequences;
    private final Clock clock;

    Deliveries(
            JdbcClient sql,
            TransactionTemplate transaction,
            Outbox outbox,
            DeliveryRows rows,
            Recording recording,
            ObjectProvider<Consequence> consequences,
            @Qualifier("machine") Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.outbox = outbox;
        this.rows = rows;
        this.recording = recording;
        this.consequences = consequences;
        this.clock = clock;
    }

    /**
     * Writes a delivery in the caller's transaction. The same kind, key and submission again returns the first one's id;
     * with another payload it is refused with {@link IllegalStateException}, because that needs a new submission number.
     */
    public long add(NewDelivery delivery) {
        return outbox.add(delivery);
    }

    /** Several at once; those that exist are passed by. */
    public void addAll(List<NewDelivery> deliveries) {
        outbox.addAll(deliveries);
    }

    public Optional<Delivery> find(long id) {
        return sql.sql("select * from delivery where id = :id")
                .param("id", id)
                .query(rows::read)
                .optional();
    }

    /** The newest submission under a key. */
    public Optional<Delivery> find(DeliveryKind kind, String key) {
        return sql.sql("select * from delivery where kind = :kind and delivery_key = :key order by submission desc"
                        + " fetch first 1 rows only")
                .param("kind", kind.name())
                .param("key", key)
                .query(rows::read)
                .optional();
    }

    /** All deliveries of a claim, oldest first. */
    public List<Delivery> ofClaim(String claimKey) {
        return sql.sql("select * from delivery where claim_key = :key order by id")
                .param("key", claimKey)
                .query(rows::read)
                .list();
    }

    /** 1 for a key never used. */
    public int nextSubmission(DeliveryKind kind, String key) {
        return sql.sql(
                        "select coalesce(max(submission), 0) + 1 from delivery where kind = :kind and delivery_key = :key")
                .param("kind", kind.name())
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    /** Records what became of a work in one transaction, see {@link #record(List)}. */
    public List<GivenUp> record(Work work, Map<Long, Outcome> outcomes) {
        return record(List.of(new Result(work, outcomes, Run.NONE)));
    }

    /** As above, with what it ran on. */
    public List<GivenUp> record(Work work, Map<Long, Outcome> outcomes, Run run) {
        return record(List.of(new Result(work, outcomes, run)));
    }

    /**
     * Records what became of several works in ONE transaction, with all consequences. A delivery that this holder no longer
     * holds is left alone with one warning in the log. Returns those given up: they are DEAD, and the caller sends each down
     * the dead letter road. What a crash keeps from that road is found again by {@link #unburied}.
     */
    public List<GivenUp> record(List<Result> results) {
        return Again.whenGivenUp(() -> transaction.execute(status -> {
            var steps = recording.write(results);
            var givenUp = steps.stream()
                    .filter(step -> step.next().givenUp())
                    .map(step -> new GivenUp(after(step), step.next().outcome()))
                    .toList();
            consequences.orderedStream().forEach(each -> follow(each, steps, givenUp));
            return givenUp;
        }));
    }

    private static void follow(Consequence consequence, List<Recording.Step> steps, List<GivenUp> givenUp) {
        var confirmed = steps.stream()
                .filter(step -> consequence.concerns(step.delivery().kind()))
                .filter(step -> step.outcome() instanceof Outcome.Accepted)
                .map(step -> new Consequence.Confirmed(after(step), (Outcome.Accepted) step.outcome()))
                .toList();
        if (!confirmed.isEmpty()) {
            consequence.acceptedAll(confirmed);
        }
        givenUp.stream()
                .filter(each -> consequence.concerns(each.delivery().kind()))
                .forEach(consequence::givenUp);
    }

    private static Delivery after(Recording.Step step) {
        var was = step.delivery();
        var next = step.next();
        return new Delivery(
                was.id(),
                was.kind(),
                was.key(),
                was.submission(),
                was.target(),
                was.groupKey(),
                was.creditorId(),
                was.claimKey(),
                was.payload(),
                was.amountOre(),
                next.state(),
                next.purpose(),
                next.attempts(),
                next.inquiries(),
                next.absent(),
                was.transmissionId() == null ? step.result().work().transmissionId() : was.transmissionId(),
                step.outcome().cause().isEmpty() ? null : step.outcome().cause());
    }

    /** The far side has an answer for this receipt: its deliveries are asked about now. A hint; unknown receipts are fine. */
    public void wake(String target, String receipt) {
        sql.sql(
                        """
                        update delivery set due_at = :now, turn = :turn where state in ('HANDED_OVER', 'UNKNOWN') and due_at > :now
                          and transmission_id in (select id from transmission where target = :target and receipt = :receipt)""")
                .param("now", now())
                .param("turn", Turns.at(clock.instant()))
                .param("target", target)
                .param("receipt", receipt)
                .update();
    }

    /**
     * Not wanted any more; the next of its group may go. Only what certainly is not at the far side by itself (READY,
     * WAITING) or what a person has looked at (DEAD); anything else throws {@link IllegalStateException}.
     */
    public void cancel(long id, String reason) {
        transaction.executeWithoutResult(status -> {
            change(
                    id,
                    "cancelled",
                    "state in ('READY', 'WAITING', 'DEAD')",
                    "state = 'CANCELLED', cause = :cause",
                    reason);
            follow(id, reason);
        });
    }

    /** A person had closed it and opens it again: given up as before. */
    public void restore(long id) {
        change(id, "restored", "state = 'CANCELLED' and cause like 'CLOSED_%'", "state = 'DEAD'", null);
    }

    /** The worker found, before sending anything, that a member must not go. Throws {@link LeaseLost}. */
    public void cancel(Work work, long id, String reason) {
        transaction.executeWithoutResult(status -> {
            var done = sql.sql(
                            """
                            update delivery set state = 'CANCELLED', due_at = null, turn = null, cause = :cause, lease_until = null, holder = null,
                              updated_at = :now
                            where id = :id and state = 'IN_FLIGHT' and purpose = 'SEND' and holder = :holder""")
                    .param("cause", reason)
                    .param("now", now())
                    .param("id", id)
                    .param("holder", work.holder())
                    .update();
            if (done == 0) {
                throw new LeaseLost(work);
            }
            follow(id, reason);
        });
    }

    /** A newer submission goes on with what a cancelled one was about. In the transaction that has written it. */
    public void replaced(Delivery was) {
        var now = find(was.kind(), was.key()).orElseThrow();
        consequences.orderedStream().filter(each -> each.concerns(was.kind())).forEach(each -> each.replaced(was, now));
    }

    private void follow(long id, String reason) {
        var delivery = find(id).orElseThrow();
        consequences
                .orderedStream()
                .filter(each -> each.concerns(delivery.kind()))
                .forEach(each -> each.cancelled(delivery, reason));
    }

    /** DEAD to READY with fresh attempts. Throws {@link IllegalStateException} while it may have landed: inquire first. */
    public void retry(long id) {
        change(
                id,
                "retried",
                "state = 'DEAD' and purpose = 'SEND'",
                "state = 'READY', due_at = :now, turn = :turn, attempts = 0, inquiries = 0, absent = 0, transmission_id = null",
                null);
    }

    /**
     * The same although it may have landed: a person was told by the far side that it has not, and should it have after all, it
     * knows our reference again.
     */
    public void retryDenied(long id) {
        change(
                id,
                "sent once more",
                "state = 'DEAD'",
                "state = 'READY', purpose = 'SEND', due_at = :now, turn = :turn, attempts = 0, inquiries = 0, absent = 0, transmission_id = null",
                null);
    }

    /** Asks the far side now about what may have landed, given up or not. */
    public void inquireNow(long id) {
        change(
                id,
                "inquired about",
                "transmission_id is not null and purpose = 'INQUIRE' and state in ('DEAD', 'UNKNOWN', 'HANDED_OVER')",
                "state = case when state = 'HANDED_OVER' then state else 'UNKNOWN' end, due_at = :now, turn = :turn, inquiries = 0, absent = 0",
                null);
    }

    private void change(long id, String what, String condition, String change, String cause) {
        var done = sql.sql("update delivery set " + change + ", updated_at = :now where id = :id and " + condition)
                .param("now", now())
                .param("turn", Turns.at(clock.instant()))
                .param("id", id)
                .param("cause", cause)
                .update();
        if (done == 0) {
            throw new IllegalStateException("Delivery " + id + " cannot be " + what + " as it stands");
        }
    }

    /** Given up at least that long ago and still without a dead letter of it: a crash came between. Oldest first. */
    public List<GivenUp> unburied(Duration age, int limit) {
        return sql.sql(UNBURIED)
                .param("before", Sql.at(clock.instant().minus(age)))
                .param("limit", limit)
                .query((row, number) -> new GivenUp(rows.read(row, number), Verdict.of(row)))
                .list();
    }

    /** How many deliveries stand in each state; states without any are left out. */
    public Map<DeliveryState, Long> counts() {
        var counts = new EnumMap<DeliveryState, Long>(DeliveryState.class);
        sql.sql("select state, count(*) as n from delivery group by state").query(row -> {
            counts.put(DeliveryState.valueOf(row.getString("state")), row.getLong("n"));
        });
        return counts;
    }

    private OffsetDateTime now() {
        return Sql.at(clock.instant());
    }
}
