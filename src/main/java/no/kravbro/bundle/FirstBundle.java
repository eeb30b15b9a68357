package no.kravbro.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the product starts with: what the folder holds if that passes, else the bundle that ran last.
 *
 * @param folder what the folder holds
 * @param bundle what is started with
 * @param refusals why the folder's is not what is started with; empty when it is, or when only nobody has said so
 */
public record FirstBundle(Snapshot folder, Snapshot bundle, List<Problem> refusals) {

    private static final Logger LOG = LoggerFactory.getLogger(FirstBundle.class);

    public FirstBundle {
        refusals = List.copyOf(refusals);
    }

    /**
     * Chooses, and leaves the files of the choice in {@code home}. Throws {@link BundleRefused} when the folder does not pass
     * and nothing that ran before does.
     */
    public static FirstBundle choose(Path directory, RunningFolder home, RouteLint lint, VersionBook book) {
        Snapshot folder = Snapshot.of(directory);
        home.hold(folder);
        List<Problem> problems = lint.check(home.path());
        return problems.isEmpty()
                ? new FirstBundle(folder, folder, List.of())
                : instead(folder, problems, home, lint, book);
    }

    /**
     * Where people say what runs: the bundle that ran last, whatever the folder holds. The folder's only when nothing has run
     * yet, or when that does not pass by the rules of this product: a newer product brings its own folder.
     */
    public static FirstBundle agreed(Path directory, RunningFolder home, RouteLint lint, VersionBook book) {
        Optional<Snapshot> last = book.lastGood();
        if (last.isEmpty()) {
            return choose(directory, home, lint, book);
        }
        home.hold(last.get());
        List<Problem> problems = lint.check(home.path());
        if (problems.isEmpty()) {
            return new FirstBundle(Snapshot.of(directory), last.get(), List.of());
        }
        LOG.error(
                "Bundle {} ran last and does not pass any more: {}", last.get().version(), problems);
        return choose(directory, home, lint, book);
    }

    /** The bundle that ran last, after the folder's was refused; it must pass by the rules of today. */
    public static FirstBundle instead(
            Snapshot folder, List<Problem> problems, RunningFolder home, RouteLint lint, VersionBook book) {
        Optional<Snapshot> last = book.lastGood().filter(each -> !each.equals(folder));
        last.ifPresent(home::hold);
        if (last.isEmpty() || !lint.check(home.path()).isEmpty()) {
            throw new BundleRefused(problems);
        }
        return new FirstBundle(folder, last.get(), problems);
    }
}
