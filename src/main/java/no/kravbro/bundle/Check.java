package no.kravbro.bundle;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Command line: checks a routes directory and prints {@code file:line: rule: message} for each problem. */
public final class Check {

    private Check() {}

    /** @param arguments the routes directory, {@code routes} if not given; exit code 1 when something is wrong */
    public static void main(String[] arguments) {
        Path directory = Path.of(arguments.length == 0 ? "routes" : arguments[0]);
        System.exit(run(directory, JavaRoute.all(), System.out));
    }

    static int run(Path directory, List<JavaRoute> java, PrintStream out) {
        List<Problem> problems = new RouteLint(java).check(directory);
        problems.forEach(out::println);
        out.println(problems.isEmpty() ? directory + " is in order" : problems.size() + " problems in " + directory);
        return problems.isEmpty() ? 0 : 1;
    }
}
