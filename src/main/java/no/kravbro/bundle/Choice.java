package no.kravbro.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What of a changed bundle may run: as many of the changed files as are in order together, and why the others are not.
 *
 * @param accepted the running files with the acceptable changes
 * @param refusals at least one problem for every change that was left out
 */
public record Choice(Snapshot accepted, List<Problem> refusals) {

    public Choice {
        refusals = List.copyOf(refusals);
    }

    /**
     * First all changes together, so that a rename or two files that need each other pass; then without those that are
     * themselves at fault; what still does not fit together is tried one by one.
     *
     * @param check problems of a candidate, empty when it may run; the running files have none
     */
    public static Choice of(Snapshot running, Snapshot wanted, Function<Snapshot, List<Problem>> check) {
        Set<String> open = new TreeSet<>(wanted.differences(running));
        List<Problem> refusals = new ArrayList<>();
        while (!open.isEmpty()) {
            Snapshot candidate = running.with(open, wanted);
            List<Problem> problems = check.apply(candidate);
            if (problems.isEmpty()) {
                return new Choice(candidate, refusals);
            }
            Set<String> faulty =
                    problems.stream().map(Problem::file).filter(open::contains).collect(Collectors.toSet());
            if (faulty.isEmpty()) {
                return oneByOne(running, wanted, open, check, refusals);
            }
            problems.stream().filter(problem -> faulty.contains(problem.file())).forEach(refusals::add);
            open.removeAll(faulty);
        }
        return new Choice(running, refusals);
    }

    private static Choice oneByOne(
            Snapshot running,
            Snapshot wanted,
            Set<String> open,
            Function<Snapshot, List<Problem>> check,
            List<Problem> refusals) {
        Snapshot accepted = running;
        for (String path : open) {
            Snapshot candidate = accepted.with(Set.of(path), wanted);
            List<Problem> problems = check.apply(candidate);
            if (problems.isEmpty()) {
                accepted = candidate;
            } else {
                problems.forEach(problem -> refusals.add(because(path, problem)));
            }
        }
        return new Choice(accepted, refusals);
    }

    /** The fault shows in another file, but this change brought it. */
    private static Problem because(String path, Problem problem) {
        return problem.file().equals(path) ? problem : new Problem(path, 0, problem.rule(), "would leave " + problem);
    }
}
