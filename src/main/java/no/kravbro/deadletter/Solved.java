package no.kravbro.deadletter;

import java.util.List;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Outcome;
import org.springframework.stereotype.Component;

/**
 * When the far side has confirmed a delivery, its dead letter is solved; when a delivery is called off (the last look found it
 * paid, or a person has ended what it belongs to), its dead letter is closed; in the same transaction.
 */
@Component
class Solved implements Consequence {

    private final Letters letters;

    Solved(Letters letters) {
        this.letters = letters;
    }

    @Override
    public boolean concerns(DeliveryKind kind) {
        return true;
    }

    @Override
    public void accepted(Delivery delivery, Outcome.Accepted outcome) {
        solve(List.of(delivery.id()));
    }

    /** One look for all: nearly always none of them ever failed. */
    @Override
    public void acceptedAll(List<Confirmed> confirmed) {
        solve(confirmed.stream().map(each -> each.delivery().id()).toList());
    }

    private void solve(List<Long> deliveries) {
        letters.unsettledOf(deliveries).forEach(letters::solve);
    }

    /** The letter that a person acts on has ended before; what was ended together with it has the same reason. */
    @Override
    public void cancelled(Delivery delivery, String reason) {
        if (reason.equals(Actions.CORRECTED) || reason.equals(Deliveries.REPLACED)) {
            return;
        }
        for (long letter : letters.unsettledOf(List.of(delivery.id()))) {
            letters.close(letter, CloseReason.of(reason));
            letters.say(letter, DeadLetters.OURSELVES, LogLine.What.CLOSED, reason);
        }
    }

    /** The same letter goes on with the submission that the last look has made of it. */
    @Override
    public void replaced(Delivery was, Delivery now) {
        for (long letter : letters.unsettledOf(List.of(was.id()))) {
            letters.follow(letter, now.id());
            letters.say(
                    letter,
                    DeadLetters.OURSELVES,
                    LogLine.What.RENEWED,
                    "submission " + was.submission() + " became " + now.submission());
        }
    }
}
