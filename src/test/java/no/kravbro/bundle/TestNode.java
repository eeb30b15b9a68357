package no.kravbro.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A node that runs what it is told, writes it down as the real one does, and fails where a test wants it to. */
final class TestNode implements BundleNode {

    private final StoredVersions book;
    final List<String> tookUp = new ArrayList<>();
    private Snapshot running;
    List<Problem> unable = List.of();
    Consumer<Snapshot> beforeRunning = snapshot -> {};
    Consumer<Snapshot> afterRunning = snapshot -> {};

    TestNode(StoredVersions book, Snapshot running) {
        this.book = book;
        this.running = running;
    }

    @Override
    public Snapshot running() {
        return running;
    }

    @Override
    public List<Problem> check(Snapshot candidate) {
        return candidate.files().containsKey("faulty.yaml")
                ? List.of(new Problem("faulty.yaml", 3, "yaml", "is no YAML"))
                : List.of();
    }

    @Override
    public List<Problem> takeUp(Snapshot wanted, Occasion why) {
        if (!unable.isEmpty()) {
            book.refused(wanted, why, unable);
            return unable;
        }
        beforeRunning.accept(wanted);
        book.keep(wanted);
        book.runs(wanted, why);
        running = wanted;
        tookUp.add(why.cause() + " " + why.who());
        afterRunning.accept(wanted);
        return List.of();
    }
}
