package no.kravbro.delivery;

/**
 * A delivery that nothing will happen to before a person acts. It is DEAD already; its dead letter is to be written.
 *
 * @param delivery as it stands after the outcome was recorded
 * @param outcome Unknown when it may have landed
 */
public record GivenUp(Delivery delivery, Outcome outcome) {}
