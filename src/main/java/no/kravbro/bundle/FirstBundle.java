package no.kravbro.bundle;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the product starts with: what the folder holds if that passes, else the bundle that ran last.
 *
 * @param folder what the folder holds
 * @param bundle what is started with
 * @param refusals why that is not what the folder holds; empty when it is
 */
public record FirstBundle(Snapshot folder, Snapshot bundle, List<Problem> refusals) {

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
