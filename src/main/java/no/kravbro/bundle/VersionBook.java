package no.kravbro.bundle;

import java.util.List;
import java.util.Optional;

/** Keeps the bundles that were taken up, and writes down what was tried and what came of it. */
public interface VersionBook {

    /** Why a bundle was tried. */
    enum Cause {
        /** The product started, and the folder held it. */
        START,
        /** The product started, and the folder held something that does not pass: this ran last. */
        LAST_GOOD,
        /** The folder changed. */
        FOLDER
    }

    /** What came of it. */
    enum Verdict {
        RUNS,
        REFUSED
    }

    /** Before it is taken up, so that there is always something to go back to. */
    void keep(Snapshot bundle);

    /** It runs now: it is the last good one. */
    void runs(Snapshot bundle, Cause cause);

    void refused(Snapshot bundle, Cause cause, List<Problem> problems);

    /** What ran last, or empty before the first. */
    Optional<Snapshot> lastGood();
}
