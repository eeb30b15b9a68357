package no.kravbro.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.Snapshot;
import no.kravbro.bundle.VersionBook;

/** The book of versions, as long as a test runs. */
final class RememberedVersions implements VersionBook {

    final List<String> lines = new ArrayList<>();
    private Snapshot good;
    private boolean closed;

    void forget() {
        good = null;
    }

    /** From now on nothing can be kept. */
    void close() {
        closed = true;
    }

    @Override
    public void keep(Snapshot bundle) {
        if (closed) {
            throw new IllegalStateException("the book is closed");
        }
    }

    @Override
    public void runs(Snapshot bundle, Cause cause) {
        good = bundle;
        lines.add(cause + " RUNS " + bundle.version());
    }

    @Override
    public void refused(Snapshot bundle, Cause cause, List<Problem> problems) {
        lines.add(cause + " REFUSED " + bundle.version());
    }

    @Override
    public Optional<Snapshot> lastGood() {
        return Optional.ofNullable(good);
    }
}
