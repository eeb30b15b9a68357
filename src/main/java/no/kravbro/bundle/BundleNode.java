package no.kravbro.bundle;

import java.util.List;

/** One process that runs a bundle: what it runs, and the switch to another. Safe for many threads. */
public interface BundleNode {

    /** What runs here. Throws {@link IllegalStateException} before the first. */
    Snapshot running();

    /** Why it must not run; empty when it may. Nothing is taken up. */
    List<Problem> check(Snapshot candidate);

    /** Takes it up as a whole, or leaves all as it was; returns when that is settled. Why it was refused; empty when it runs. */
    List<Problem> takeUp(Snapshot wanted, Occasion why);
}
