package no.kravbro.camel;

import no.kravbro.delivery.GivenUp;

/** A delivery that only a person can help; carried to the dead letters. */
public final class GivenUpDelivery extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GivenUp givenUp;

    public GivenUpDelivery(GivenUp givenUp) {
        super("Delivery " + givenUp.delivery().id() + " is given up: "
                + givenUp.outcome().cause());
        this.givenUp = givenUp;
    }

    public GivenUp givenUp() {
        return givenUp;
    }
}
