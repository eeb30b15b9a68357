package no.kravbro.deadletter;

import java.util.List;
import java.util.Optional;
import no.kravbro.Masking;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way into the dead letters, and the way to read them. One letter per matter: what fails again re-opens its own
 * letter. Burying the same thing twice is harmless, so the road to here may be walked again after a crash.
 */
@Service
public class DeadLetters {

    static final String OURSELVES = "kravbro";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Letters letters;
    private final LetterReading reading;
    private final Received messages;
    private final Alerts alerts;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    DeadLetters(
            Letters letters,
            LetterReading reading,
            Received messages,
            Alerts alerts,
            JdbcClient sql,
            TransactionTemplate transaction) {
        this.letters = letters;
        this.reading = reading;
        this.messages = messages;
        this.alerts = alerts;
        this.sql = sql;
        this.transaction = transaction;
    }

    /**
     * Writes letter and log line in one transaction. Returns the letter's id, or nothing when the delivery is not given
     * up any more because a person was faster.
     */
    public Optional<Long> bury(GivenUp givenUp, Run run) {
        return transaction.execute(status -> {
            boolean dead = sql.sql("select state from delivery where id = :id for update")
                    .param("id", givenUp.delivery().id())
                    .query(String.class)
                    .optional()
                    .filter(DeliveryState.DEAD.name()::equals)
                    .isPresent();
            return dead ? Optional.of(write("delivery_id", Failure.of(givenUp, run))) : Optional.<Long>empty();
        });
    }

    /**
     * Writes down a received message that could not be worked on. The row of the inbox must exist; it rests until a person
     * puts it back.
     */
    public long bury(Failure received) {
        return transaction.execute(status -> {
            sql.sql("select id from inbox where id = :id for update")
                    .param("id", received.inboxId())
                    .query(Long.class)
                    .single();
            messages.rest(received.inboxId());
            return write("inbox_id", received);
        });
    }

    /** Received messages that were put back and have been worked on since: their letters are solved. */
    public void solveReceived() {
        transaction.executeWithoutResult(status -> letters.workedAfterRetry().forEach(letters::solve));
    }

    /** What a letter about a received thing complained of has come right by itself; nothing when there is no open one. */
    public void solveReceived(long inboxId) {
        transaction.executeWithoutResult(status -> letters.lock("inbox_id", inboxId)
                .filter(letter -> letter.state().isOpen() || letter.state() == LetterState.RETRYING)
                .ifPresent(letter -> letters.solve(letter.id())));
    }

    public List<DeadLetter> list(LetterFilter filter) {
        return reading.list(filter);
    }

    public long count(LetterFilter filter) {
        return reading.count(filter);
    }

    public Optional<DeadLetter> find(long id) {
        return reading.find(id);
    }

    /** In the order of their numbers; those that do not exist are left out. */
    public List<DeadLetter> find(List<Long> ids) {
        return reading.find(ids);
    }

    /** What happened to a letter, oldest first. */
    public List<LogLine> log(long id) {
        return reading.log(id);
    }

    private long write(String column, Failure failure) {
        Long subject = failure.deliveryId() == null ? failure.inboxId() : failure.deliveryId();
        Optional<DeadLetter> earlier = letters.lock(column, subject);
        if (earlier.isEmpty()) {
            long id = letters.add(failure);
            letters.say(id, OURSELVES, LogLine.What.BURIED, failure.cause().name());
            alerts.arrived(failure.fingerprint());
            tell(id, failure);
            return id;
        }
        return again(earlier.get(), failure);
    }

    private long again(DeadLetter letter, Failure failure) {
        boolean sameCause = letter.fingerprint().equals(failure.fingerprint());
        if (letter.state().isOpen() && sameCause && letter.mayHaveLanded() == failure.mayHaveLanded()) {
            return letter.id();
        }
        if (letter.state() == LetterState.CLOSED && letter.inboxId() != null && sameCause) {
            // The same content has come again: a person has decided about it already.
            return letter.id();
        }
        boolean retried = letter.state() == LetterState.RETRYING;
        int inARow = sameCause ? letter.sameCause() + (retried ? 1 : 0) : 0;
        letters.reopen(letter, failure, inARow);
        alerts.arrived(failure.fingerprint());
        letters.say(
                letter.id(),
                OURSELVES,
                sameCause ? LogLine.What.FAILED_AGAIN_SAME_CAUSE : LogLine.What.FAILED_AGAIN_NEW_CAUSE,
                failure.cause().name());
        tell(letter.id(), failure);
        return letter.id();
    }

    private static void tell(long id, Failure failure) {
        LOG.warn(
                "Dead letter {}: {} of {}, {}; {} has to act",
                id,
                Masking.mask(failure.subject()),
                failure.creditorId(),
                failure.cause(),
                failure.cause().owner(failure.target()));
    }
}
