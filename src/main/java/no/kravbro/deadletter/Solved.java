package no.kravbro.deadletter;

import java.util.List;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.Outcome;
import org.springframework.stereotype.Component;

/**
 * When the far side has confirmed a delivery, its dead letter is solved, and when we call off what was sent again (the last
 * look found it paid), its dead letter is closed; in the same transaction.
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

    /** A letter that is still open is being ended by the person who acts on it. */
    @Override
    public void cancelled(Delivery delivery, String reason) {
        for (long letter : letters.unsettledOf(List.of(delivery.id()))) {
            if (!letters.find(letter).orElseThrow().state().isOpen()) {
                letters.close(letter, CloseReason.NOT_WANTED_ANY_MORE);
                letters.say(letter, DeadLetters.OURSELVES, LogLine.What.CLOSED, reason);
            }
        }
    }
}
