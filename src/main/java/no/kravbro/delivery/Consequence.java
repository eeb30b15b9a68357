package no.kravbro.delivery;

import java.util.List;

/**
 * What else changes when an outcome is recorded. Called inside the transaction that records it, so it must only write to
 * the database: both stand, or neither. Called once per delivery at most.
 */
public interface Consequence {

    boolean concerns(DeliveryKind kind);

    /** The far side has confirmed it. */
    void accepted(Delivery delivery, Outcome.Accepted outcome);

    /** All confirmed ones of one recording; override it to write them in one batch. */
    default void acceptedAll(List<Confirmed> confirmed) {
        confirmed.forEach(each -> accepted(each.delivery(), each.outcome()));
    }

    /** It is given up until a person acts. */
    default void givenUp(GivenUp givenUp) {}

    /** It was called off; nothing of it is at the far side, or a person has dealt with it. */
    default void cancelled(Delivery delivery, String reason) {}

    /** It was called off, and a newer submission goes on with the same matter. */
    default void replaced(Delivery was, Delivery now) {}

    /** A delivery with its confirmation. */
    record Confirmed(Delivery delivery, Outcome.Accepted outcome) {}
}
