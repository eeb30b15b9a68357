package no.kravbro.delivery;

/** A no of ours before anything was sent; takes the road to the dead letters like every other failure. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome.Rejected outcome;

    public Refusal(String cause, String detail) {
        super(cause + ": " + detail);
        this.outcome = new Outcome.Rejected(cause, detail);
    }

    public Outcome.Rejected outcome() {
        return outcome;
    }
}
