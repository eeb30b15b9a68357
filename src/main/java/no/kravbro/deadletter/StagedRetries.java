package no.kravbro.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.kravbro.deadletter.StagedRetry.State;
import no.kravbro.deadletter.StalePlan.Change;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Staged retries as people steer them. All of it stands in the database: no window that is closed ends one. */
@Service
public class StagedRetries {

    /** For so long a staged retry can be undone before anything leaves. */
    public static final Duration UNDO = Duration.ofSeconds(10);

    private static final int[] STAGES = {1, 5, 25};

    private final StagedRows rows;
    private final Retries retries;
    private final Letters letters;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    StagedRetries(
            StagedRows rows,
            Retries retries,
            Letters letters,
            JdbcClient sql,
            TransactionTemplate transaction,
            @Qualifier("machine") Clock clock) {
        this.rows = rows;
        this.retries = retries;
        this.letters = letters;
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param counts of its letters by state; states without any are left out, the sum is that of all
     * @param newcomers open letters with the same fix that have come since the plan was made and are not part of it
     * @param retries in the order of their turns
     */
    public record Progress(StagedRetry staged, Map<RetryState, Long> counts, int newcomers, List<Retry> retries) {}

    public Optional<Progress> progress(long id) {
        return rows.find(id).map(staged -> {
            List<Retry> all = retries.of(id);
            Map<RetryState, Long> counts =
                    all.stream().collect(Collectors.groupingBy(Retry::state, TreeMap::new, Collectors.counting()));
            return new Progress(staged, counts, newcomers(staged.planId()), all);
        });
    }

    /** Newest first. */
    public List<StagedRetry> newest(int most) {
        return rows.newest(most);
    }

    /** Every retry of a letter, single and staged, oldest first. */
    public List<Retry> ofLetter(long letter) {
        return retries.ofLetter(letter);
    }

    /** The one that carries a plan out; empty while none does. */
    public Optional<StagedRetry> ofPlan(String plan) {
        return rows.ofPlan(plan);
    }

    boolean isGoingOn(long letter) {
        return retries.ofLetter(letter).stream()
                .anyMatch(retry -> !retry.state().ended());
    }

    long begin(Plan plan, String who) {
        return transaction.execute(status -> {
            long id = rows.add(plan.id(), who, clock.instant().plus(UNDO));
            int position = 0;
            int taken = 0;
            for (Plan.Line line : plan.safe()) {
                Retries.Place place = new Retries.Place(position, stage(position));
                taken += retries.planned(id, line, place, who) ? 0 : 1;
                letters.say(line.letterId(), who, LogLine.What.RETRY_REQUESTED, "plan " + plan.id());
                position++;
            }
            if (taken > 0) {
                throw new StalePlan(Map.of(Change.RETRIED, taken), plan.safe().size());
            }
            return id;
        });
    }

    /** Which stage a letter belongs to: 1, 5, 25, the rest. */
    static int stage(int position) {
        int last = 0;
        for (int stage = 1; stage <= STAGES.length; stage++) {
            last += STAGES[stage - 1];
            if (position < last) {
                return stage;
            }
        }
        return STAGES.length + 1;
    }

    /** Nothing more leaves; what has left goes on. */
    public StagedRetry pause(long id, String who) {
        return steer(id, who, LogLine.What.RETRY_PAUSED, staged -> {
            if (staged.state() != State.RUNNING && staged.state() != State.WAITING) {
                throw new Refused(Refused.Code.NOT_RUNNING, "Retry " + id + " is " + staged.state());
            }
            rows.move(id, State.PAUSED, staged.stage(), null, null);
        });
    }

    /** Goes on after a pause, or although it has stopped itself. */
    public StagedRetry resume(long id, String who) {
        return steer(id, who, LogLine.What.RETRY_RESUMED, staged -> {
            if (staged.state() != State.PAUSED && staged.state() != State.STOPPED) {
                throw new Refused(Refused.Code.NOT_PAUSED, "Retry " + id + " is " + staged.state());
            }
            rows.forgive(id, StagedWork.failed(retries.of(id)).size());
            rows.move(id, State.RUNNING, staged.stage(), null, null);
        });
    }

    /** Undoes what has not left: those letters are open as before. What has left goes on to its answer. */
    public StagedRetry cancel(long id, String who) {
        return steer(id, who, LogLine.What.RETRY_CANCELLED, staged -> {
            if (staged.state().isOver()) {
                throw new Refused(Refused.Code.NOT_RUNNING, "Retry " + id + " is " + staged.state());
            }
            retries.cancelWaiting(id);
            rows.move(id, State.CANCELLED, staged.stage(), null, null);
        });
    }

    private StagedRetry steer(long id, String who, LogLine.What what, Consumer<StagedRetry> action) {
        return transaction.execute(status -> {
            StagedRetry staged =
                    rows.lock(id).orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no retry " + id));
            List<Retry> waiting = retries.of(id).stream().filter(Retry::waits).toList();
            action.accept(staged);
            waiting.forEach(retry -> letters.say(retry.letterId(), who, what, "retry " + id));
            return rows.find(id).orElseThrow();
        });
    }

    private int newcomers(String plan) {
        return sql.sql(
                        """
                        select count(*) from dead_letter n where n.state = 'OPEN'
                          and n.created_at > (select made_at from letter_plan where id = :plan)
                          and n.fingerprint in (select l.fingerprint from letter_plan_line p
                            join dead_letter l on l.id = p.dead_letter_id where p.plan_id = :plan)
                          and n.id not in (select dead_letter_id from letter_plan_line where plan_id = :plan)""")
                .param("plan", plan)
                .query(Integer.class)
                .single();
    }
}
