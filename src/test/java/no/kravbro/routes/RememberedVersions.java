package no.kravbro.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kravbro.bundle.Occasion;
import no.kravbro.bundle.Problem;
import no.kravbro.bundle.Snapshot;
import no.kravbro.bundle.VersionBook;

/** The book of versions, as long as a test runs. */
final class RememberedVersions implements VersionBook {

    final List<String> lines = new ArrayList<>();
    private Snapshot good;
    private boolean closed;
    private boolean full;

    void forget() {
        good = null;
    }

    /** From now on nothing can be kept. */
    void close() {
        closed = true;
    }

    /** From now on a bundle is kept, and that it runs cannot be written down. */
    void fill() {
        full = true;
    }

    @Override
    public void keep(Snapshot bundle) {
        if (closed) {
            throw new IllegalStateException("the book is closed");
        }
    }

    @Override
    public void runs(Snapshot bundle, Occasion why) {
        if (full) {
            throw new IllegalStateException("the book is full");
        }
        good = bundle;
        lines.add(why.cause() + " RUNS " + bundle.version());
    }

    @Override
    public void refused(Snapshot bundle, Occasion why, List<Problem> problems) {
        lines.add(why.cause() + " REFUSED " + bundle.version());
    }

    @Override
    public Optional<Snapshot> lastGood() {
        return Optional.ofNullable(good);
    }
}
