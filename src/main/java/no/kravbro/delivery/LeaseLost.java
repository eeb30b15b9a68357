package no.kravbro.delivery;

/**
 * The lease ran out before the work was sent; somebody else may have it. Nothing was sent by this worker and nothing is to
 * be recorded.
 */
public class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLost(Work work) {
        super("Lease of transmission " + work.transmissionId() + " is lost to " + work.holder());
    }
}
