package no.kravbro.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Records the works of one claim together, so that a commit serves many: what comes back is held until it is enough, or has
 * waited long enough when more comes, or the claim has ended. Whatever a crash takes with it is still leased, and is asked about
 * when the lease has run out, as after any crash between an answer and its record.
 */
@Component
public class Together {

    private static final Logger LOG = LoggerFactory.getLogger(Together.class);
    private static final int ENOUGH = 1000;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);

    private final Deliveries deliveries;
    private final Clock clock;
    private final Map<String, Held> claims = new ConcurrentHashMap<>();

    public Together(Deliveries deliveries, @Qualifier("machine") Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** What of one claim is not recorded yet. */
    private static final class Held {
        private List<Result> results = new ArrayList<>();
        private int members;
        private Instant since;

        /** What is to be recorded now, if it is time. */
        synchronized List<Result> add(Result result, Instant now) {
            since = results.isEmpty() ? now : since;
            results.add(result);
            members += result.work().members().size();
            boolean time = members >= ENOUGH || !now.isBefore(since.plus(LONG_ENOUGH));
            return time ? take() : List.of();
        }

        synchronized List<Result> take() {
            List<Result> taken = results;
            results = new ArrayList<>();
            members = 0;
            return taken;
        }
    }

    /** From now on works of this holder are held back, until {@link #end}. */
    public void begin(String holder) {
        claims.put(holder, new Held());
    }

    /** See {@link Deliveries#record(List)}; what was held back comes with it. A work of no claim under way is recorded at once. */
    public List<GivenUp> record(Result result) {
        Held held = claims.get(result.work().holder());
        return held == null ? deliveries.record(List.of(result)) : all(held.add(result, clock.instant()));
    }

    /** All works of the claim have come back. */
    public List<GivenUp> end(String holder) {
        Held held = claims.remove(holder);
        return held == null ? List.of() : all(held.take());
    }

    private List<GivenUp> all(List<Result> results) {
        try {
            return results.isEmpty() ? List.of() : deliveries.record(results);
        } catch (RuntimeException oneOfThem) {
            // Whose fault it is shows when each is recorded alone.
            LOG.debug("Each work of the claim alone", oneOfThem);
            List<GivenUp> givenUp = new ArrayList<>();
            results.forEach(result -> givenUp.addAll(alone(result)));
            return givenUp;
        }
    }

    private List<GivenUp> alone(Result result) {
        try {
            return deliveries.record(List.of(result));
        } catch (RuntimeException failure) {
            Work work = result.work();
            LOG.warn("What became of {} of {} cannot be written down", work.kind(), work.creditorId(), failure);
            boolean refused =
                    !(failure instanceof DataAccessException) || failure instanceof DataIntegrityViolationException;
            // What the memory refuses to hold it would refuse for ever; otherwise the lease runs out, and it is asked
            // about.
            return refused ? deliveries.record(work, unknown(result, failure), result.run()) : List.of();
        }
    }

    private static Map<Long, Outcome> unknown(Result result, RuntimeException failure) {
        // Never the words of the database: they quote the row.
        String words = failure instanceof DataAccessException ? "The database refused it" : failure.getMessage();
        Map<Long, Outcome> outcomes = new HashMap<>();
        result.work().ids().forEach(id -> outcomes.put(id, new Outcome.Unknown("UNEXPECTED", words)));
        return outcomes;
    }
}
