package no.kravbro.bundle;

import java.util.List;
import java.util.Optional;

/** Keeps the bundles that were taken up, and writes down what was tried and what came of it. */
public interface VersionBook {

    /** What came of it. */
    enum Verdict {
        RUNS,
        REFUSED
    }

    /** Before it is taken up, so that there is always something to go back to. */
    void keep(Snapshot bundle);

    /** It runs now: it is the last good one. */
    void runs(Snapshot bundle, Occasion why);

    void refused(Snapshot bundle, Occasion why, List<Problem> problems);

    /** What ran last, or empty before the first. */
    Optional<Snapshot> lastGood();
}
