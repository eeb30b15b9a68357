package no.kravbro.deadletter;

import no.kravbro.delivery.Claims;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.NewClaim;
import org.springframework.stereotype.Component;

/** Puts what a letter is about on its way again. The caller holds the letter, has asked whether it may, and is in a transaction. */
@Component
class Sending {

    private final Letters letters;
    private final Deliveries deliveries;
    private final Claims claims;
    private final Received received;

    Sending(Letters letters, Deliveries deliveries, Claims claims, Received received) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.claims = claims;
        this.received = received;
    }

    /** The same submission once more, or what was received taken up again. */
    void again(DeadLetter letter, String mended, String who) {
        if (letter.deliveryId() == null) {
            received.again(letter.inboxId());
        } else if (letter.mayHaveLanded()) {
            deliveries.retryDenied(letter.deliveryId());
        } else {
            deliveries.retry(letter.deliveryId());
        }
        letters.move(letter.id(), LetterState.RETRYING);
        letters.say(letter.id(), who, LogLine.What.RETRIED, mended == null || mended.isBlank() ? null : mended.strip());
    }

    /** Another submission instead; the old one is kept and cancelled. */
    void instead(DeadLetter letter, NewClaim claim, LogLine.What what, String detail, String who) {
        Delivery old = deliveries.find(letter.deliveryId()).orElseThrow();
        // First the old one: a claim that is still pending may not be submitted again.
        deliveries.cancel(old.id(), Actions.CORRECTED);
        claims.submitAgain(claim);
        letters.follow(
                letter.id(),
                deliveries.find(old.kind(), old.key()).orElseThrow().id());
        letters.say(letter.id(), who, what, detail);
    }
}
