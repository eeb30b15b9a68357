package no.kravbro.deadletter;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import no.kravbro.delivery.ClaimRow;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.NewClaim;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person can do with a dead letter. Each action is one transaction with its log line, under the letter's lock: of
 * two people who press at once one is told that the other was faster. Throws {@link Refused}.
 */
@Service
public class Actions {

    /** Reason of a cancelled delivery whose letter goes on with another submission. */
    static final String CORRECTED = "CORRECTED";

    private final Letters letters;
    private final LetterReading reading;
    private final Deliveries deliveries;
    private final Claims claims;
    private final Retries retries;
    private final Sending sending;
    private final RunningVersion running;
    private final TransactionTemplate transaction;

    Actions(
            Letters letters,
            LetterReading reading,
            Deliveries deliveries,
            Claims claims,
            Retries retries,
            Sending sending,
            RunningVersion running,
            TransactionTemplate transaction) {
        this.letters = letters;
        this.reading = reading;
        this.deliveries = deliveries;
        this.claims = claims;
        this.retries = retries;
        this.sending = sending;
        this.running = running;
        this.transaction = transaction;
    }

    /** Asks the far side now whether it landed. */
    public DeadLetter inquire(long id, String who) {
        return act(id, letter -> {
            if (!letter.canInquire()) {
                throw new Refused(
                        Refused.Code.NOTHING_LANDED, "Dead letter " + id + " is not about something in doubt");
            }
            deliveries.inquireNow(letter.deliveryId());
            letters.move(id, LetterState.INQUIRING);
            letters.say(id, who, LogLine.What.INQUIRED, null);
        });
    }

    /** As below, where nothing had to be mended. */
    public DeadLetter retry(long id, String who) {
        return retry(id, null, who);
    }

    /**
     * Sends the same content again under the same submission number.
     *
     * @param mended what a person has mended meanwhile, or was told by the far side, or null; needed and kept where {@link Cause#mendFirst} says so
     */
    public DeadLetter retry(long id, String mended, String who) {
        return act(id, letter -> {
            boolean denied = letter.mayHaveLanded() && letter.cause().onceDenied();
            if (!denied) {
                provenNotLanded(letter);
            }
            worthAnotherTry(letter, mended);
            notLocked(letter);
            Preview.Effect effect = letter.deliveryId() == null ? Preview.Effect.TAKE_UP : Preview.Effect.SAME;
            onlyRetry(letter, effect, who);
            sending.again(letter, mended, who);
        });
    }

    /** Sends the claim with other values, as a new submission; the old one is kept and cancelled. */
    public DeadLetter correct(long id, Map<String, String> values, String who) {
        if (values.keySet().stream().anyMatch(Correction::isIdentity)) {
            throw new Refused(Refused.Code.SECOND_PERSON, "A change of who owes waits for another person");
        }
        return correctConfirmed(id, values, who);
    }

    /** As above, where two persons have agreed on who owes. */
    DeadLetter correctConfirmed(long id, Map<String, String> values, String who) {
        return act(id, letter -> {
            provenNotLanded(letter);
            if (!letter.canCorrect()) {
                throw new Refused(Refused.Code.NOT_CORRECTABLE, letter.what() + " holds nothing to correct");
            }
            Delivery old = deliveries.find(letter.deliveryId()).orElseThrow();
            int submission = deliveries.nextSubmission(old.kind(), old.key());
            NewClaim corrected = corrected(old, values, submission);
            onlyRetry(letter, Preview.Effect.NEW, who);
            sending.instead(letter, corrected, LogLine.What.CORRECTED, said(old, submission, values), who);
        });
    }

    /** Ends it. The text is needed and kept; the delivery is cancelled, the next of its group may go. */
    public DeadLetter close(long id, CloseReason reason, String text, String who) {
        if (reason == null || blank(text)) {
            throw new Refused(Refused.Code.REASON_MISSING, "Closing needs a reason and a text");
        }
        return act(id, letter -> {
            // First the letter itself: letters that are still open when a delivery is cancelled are ended with it.
            letters.close(id, reason);
            if (letter.deliveryId() != null) {
                deliveries.cancel(letter.deliveryId(), reason.cancels());
            }
            letters.say(id, who, LogLine.What.CLOSED, reason + ": " + text.strip());
        });
    }

    private DeadLetter act(long id, Consumer<DeadLetter> action) {
        return transaction.execute(status -> {
            DeadLetter letter = letters.lock("id", id)
                    .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no dead letter " + id));
            if (!letter.state().isOpen()) {
                throw new Refused(Refused.Code.NOT_OPEN, "Dead letter " + id + " is " + letter.state());
            }
            action.accept(letter);
            return reading.find(id).orElseThrow();
        });
    }

    private void onlyRetry(DeadLetter letter, Preview.Effect effect, String who) {
        if (!retries.now(letter, effect, who)) {
            throw new Refused(
                    Refused.Code.RETRY_GOES_ON, "Dead letter " + letter.id() + " is part of a retry that goes on");
        }
    }

    private void notLocked(DeadLetter letter) {
        if (letter.isLocked(running.version())) {
            throw new Refused(
                    Refused.Code.LOCKED,
                    "Dead letter " + letter.id() + " failed " + letter.sameCause() + " times as before");
        }
    }

    private static void provenNotLanded(DeadLetter letter) {
        if (letter.mayHaveLanded()) {
            throw new Refused(
                    Refused.Code.MAY_HAVE_LANDED, "Dead letter " + letter.id() + " may have landed; inquire first");
        }
    }

    private static void worthAnotherTry(DeadLetter letter, String mended) {
        if (!letter.cause().retryHelps()) {
            throw new Refused(
                    Refused.Code.RETRY_CANNOT_HELP, letter.cause() + " would be refused again with the same content");
        }
        if (letter.cause().mendFirst() && blank(mended)) {
            throw new Refused(
                    Refused.Code.MEND_FIRST,
                    letter.cause() + " is refused again unless it is mended; say what has been");
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private NewClaim corrected(Delivery old, Map<String, String> values, int submission) {
        ClaimRow claim = claims.find(old.claimKey()).orElseThrow();
        return new NewClaim(
                claim.key(),
                submission,
                claim.creditorId(),
                claim.invoiceId(),
                claim.invoiceNumber(),
                claim.agency(),
                claim.principalOre(),
                Correction.apply(old.payload(), values, submission));
    }

    /** Names of the fields only: their values are personal data and stay in the two payloads. */
    private static String said(Delivery old, int submission, Map<String, String> values) {
        return new TreeSet<>(values.keySet()) + ", submission " + old.submission() + " became " + submission;
    }
}
