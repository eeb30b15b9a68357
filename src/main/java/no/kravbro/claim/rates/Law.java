package no.kravbro.claim.rates;

/** The debt collection act a step is taken under; which one, tells {@link Rates#law}. Source: rules 3.1. */
public enum Law {
    /** Inkassoloven of 1988: a creditor may send the notice in its own name. */
    LAW_1988(true),
    /** As proposed in Prop. 3 L (2025-2026): only licensed agencies send notices. */
    LAW_NEW(false);

    private final boolean creditorMayNotify;

    Law(boolean creditorMayNotify) {
        this.creditorMayNotify = creditorMayNotify;
    }

    /** Whether a creditor itself may send an inkassovarsel. */
    public boolean creditorMayNotify() {
        return creditorMayNotify;
    }
}
