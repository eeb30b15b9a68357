package no.kravbro.bundle;

import java.util.List;
import java.util.stream.Collectors;

/** The bundle cannot be started with; the message names every problem. */
public final class BundleRefused extends RuntimeException {

    private final transient List<Problem> problems;

    public BundleRefused(List<Problem> problems) {
        super("The routes are refused: "
                + problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
