package no.kravbro.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.kravbro.deadletter.StagedRetry.Reason;
import no.kravbro.deadletter.StagedRetry.State;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.NewClaim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries staged retries on, a little at every tick, on whatever node: each letter in a transaction of its own, in order, no
 * faster than its far side's pace. The next stage begins when every answer of this one is in, and none was as before.
 */
@Service
public class StagedWork {

    /** Most letters of all staged retries that go to one far side in a minute. */
    public static final int PER_MINUTE = 60;

    private static final Logger LOG = LoggerFactory.getLogger(StagedWork.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StagedRows rows;
    private final Retries retries;
    private final Letters letters;
    private final Sending sending;
    private final Previews previews;
    private final PlanRows plans;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StagedWork(
            StagedRows rows,
            Retries retries,
            Letters letters,
            Sending sending,
            Previews previews,
            PlanRows plans,
            Deliveries deliveries,
            TransactionTemplate transaction,
            @Qualifier("machine") Clock clock) {
        this.rows = rows;
        this.retries = retries;
        this.letters = letters;
        this.sending = sending;
        this.previews = previews;
        this.plans = plans;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One step of everything that goes on. */
    public void tick() {
        List<Long> going = rows.goingOn();
        if (going.isEmpty()) {
            return;
        }
        retries.noteSent();
        for (long id : going) {
            List<Retry> turn = transaction.execute(status -> advance(id));
            turn.forEach(retry -> sendOrPass(id, retry));
        }
    }

    static List<Retry> failed(List<Retry> all) {
        return all.stream()
                .filter(retry -> retry.state() == RetryState.FAILED_SAME_CAUSE)
                .toList();
    }

    /** Moves it to its next state and says whose turn it is. */
    private List<Retry> advance(long id) {
        StagedRetry staged = rows.lock(id).orElseThrow();
        boolean begins = staged.state() == State.WAITING && !clock.instant().isBefore(staged.beginsAt());
        if (staged.state() != State.RUNNING && !begins) {
            return List.of();
        }
        List<Retry> all = retries.of(id);
        List<Retry> failed = failed(all);
        if (failed.size() > staged.forgiven()) {
            Retry last = failed.get(failed.size() - 1);
            rows.move(id, State.STOPPED, staged.stage(), Reason.SAME_CAUSE, last.letterId());
            LOG.warn("Retry {} has stopped itself: dead letter {} failed as before", id, last.letterId());
            return List.of();
        }
        int stage = all.stream()
                .filter(retry -> !retry.state().ended())
                .mapToInt(Retry::stage)
                .min()
                .orElse(0);
        if (stage == 0) {
            rows.move(id, State.DONE, staged.stage(), null, null);
            return List.of();
        }
        if (begins || stage != staged.stage()) {
            rows.move(id, State.RUNNING, stage, null, null);
        }
        return paced(all.stream()
                .filter(retry -> retry.stage() == stage && retry.waits())
                .toList());
    }

    private List<Retry> paced(List<Retry> waiting) {
        Map<String, Integer> left = new HashMap<>();
        return waiting.stream()
                .filter(retry -> {
                    String target = Objects.requireNonNullElse(retry.target(), "");
                    int free = left.computeIfAbsent(target, to -> PER_MINUTE - retries.queuedTo(to, MINUTE));
                    left.put(target, free - 1);
                    return free > 0;
                })
                .toList();
    }

    private void sendOrPass(long id, Retry retry) {
        try {
            NewClaim fresh = retry.effect() == Preview.Effect.NEW ? fresh(retry) : null;
            transaction.executeWithoutResult(status -> send(id, retry, fresh));
        } catch (RuntimeException cannot) {
            // Never the words of the database: they quote the row.
            Throwable told = cannot instanceof DataAccessException ? null : cannot;
            String kind = cannot.getClass().getSimpleName();
            LOG.warn("Dead letter {} is not sent again by retry {}: {}", retry.letterId(), id, kind, told);
            transaction.executeWithoutResult(status -> pass(retry, "UNEXPECTED"));
        }
    }

    /** As it would be written down this very moment, or null when it is not to be sent. */
    private NewClaim fresh(Retry retry) {
        return letters.find(retry.letterId())
                .map(letter -> previews.now(deliveries.find(letter.deliveryId()).orElseThrow()))
                .map(Trial::fresh)
                .orElse(null);
    }

    private void send(long id, Retry retry, NewClaim fresh) {
        StagedRetry staged = rows.lock(id).orElseThrow();
        if (staged.state() != State.RUNNING) {
            return;
        }
        DeadLetter letter = letters.lock("id", retry.letterId()).orElseThrow();
        if (!letter.state().isOpen() || letter.revision() != retry.revision()) {
            pass(retry, "CHANGED");
            return;
        }
        if (retry.effect() == Preview.Effect.NEW && fresh == null) {
            pass(retry, "NOT_WANTED");
            return;
        }
        if (!retries.queued(retry.id())) {
            return;
        }
        if (fresh == null) {
            sending.again(letter, plans.find(staged.planId()).orElseThrow().mended(), staged.who());
        } else {
            sending.instead(letter, fresh, LogLine.What.RENEWED, "submission " + fresh.submission(), staged.who());
        }
    }

    private void pass(Retry retry, String why) {
        retries.ended(retry.letterId(), RetryState.PASSED_BY, why);
    }
}
