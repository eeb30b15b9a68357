package no.kravbro.deadletter;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with a letter beside sending and closing it. Stays with the letter whatever becomes of a retry. Throws {@link Refused}. */
@Service
public class Handling {

    /** For so long after it was closed a letter may be opened again. */
    public static final Duration RETENTION = Duration.ofDays(90);

    /** What closing it has ended nothing else by. */
    private static final Set<String> RESTORABLE = Set.of("SUBMIT_CLAIM", "POST_STATUS", "ATTACH_DOCUMENT", "SEND_MAIL");

    private static final int LONGEST = 2000;

    private final Letters letters;
    private final Deliveries deliveries;
    private final Claims claims;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Handling(
            Letters letters,
            Deliveries deliveries,
            Claims claims,
            TransactionTemplate transaction,
            @Qualifier("machine") Clock clock) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.claims = claims;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds a note to its history. */
    public void note(long id, String text, String who) {
        act(id, letter -> letters.say(id, who, LogLine.What.NOTED, words(text)));
    }

    /** @param assignee who sees to it from now on, or null for nobody */
    public void assign(long id, String assignee, String who) {
        act(id, letter -> {
            if (!Objects.equals(letter.assignee(), assignee)) {
                letters.assign(id, assignee);
                letters.say(id, who, LogLine.What.ASSIGNED, assignee);
            }
        });
    }

    /** An integrator knows why it may go another way now. The text is needed and kept. */
    public void unlock(long id, String text, String who) {
        act(id, letter -> {
            if (letter.sameCause() < DeadLetter.POISON) {
                throw new Refused(Refused.Code.NOT_LOCKED, "Dead letter " + id + " is not locked");
            }
            letters.unlock(id);
            letters.say(id, who, LogLine.What.UNLOCKED, words(text));
        });
    }

    /** Opens again what a person has closed, as long as it is kept and closing it has ended nothing else. */
    public void restore(long id, String text, String who) {
        act(id, letter -> {
            if (!canRestore(letter)) {
                throw new Refused(Refused.Code.NOT_RESTORABLE, "Dead letter " + id + " stays closed");
            }
            if (letter.deliveryId() != null) {
                Delivery delivery = deliveries.find(letter.deliveryId()).orElseThrow();
                if (delivery.submission() + 1 != deliveries.nextSubmission(delivery.kind(), delivery.key())) {
                    throw new Refused(Refused.Code.NOT_RESTORABLE, "A newer submission has taken its place");
                }
                deliveries.restore(delivery.id());
                claims.restore(delivery);
            }
            letters.restore(id);
            letters.say(id, who, LogLine.What.RESTORED, words(text));
        });
    }

    /** True for what a person has closed that may be opened again. */
    public boolean canRestore(DeadLetter letter) {
        boolean kept = letter.updatedAt().plus(RETENTION).isAfter(clock.instant());
        boolean alone = letter.deliveryId() == null || RESTORABLE.contains(letter.what());
        return letter.state() == LetterState.CLOSED && kept && alone && letters.closedByPerson(letter.id());
    }

    private void act(long id, Consumer<DeadLetter> action) {
        transaction.executeWithoutResult(status -> action.accept(letters.lock("id", id)
                .orElseThrow(() -> new Refused(Refused.Code.NOT_FOUND, "There is no dead letter " + id))));
    }

    static String words(String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new Refused(Refused.Code.TEXT_MISSING, "A text of 1 to " + LONGEST + " characters is needed");
        }
        return text.strip();
    }
}
