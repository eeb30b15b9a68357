package no.kravbro.mutants;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints the figures of {@code make mutants}, and every mutant that nobody noticed; fails below the limits. */
public final class MutantsReport {

    private MutantsReport() {}

    /** Command line: folder of the reports, page that names the equivalent ones. */
    public static void main(String[] arguments) throws IOException {
        if (!run(Path.of(arguments[0]), Path.of(arguments[1]), System.out)) {
            throw new IllegalStateException("Too many mutants were not noticed");
        }
    }

    static boolean run(Path folder, Path page, PrintStream out) throws IOException {
        List<Mutant> mutants = new ArrayList<>();
        for (String room : List.of("claim", "money", "delivery")) {
            mutants.addAll(Mutant.in(folder.resolve(room).resolve("mutations.xml")));
        }
        Verdict verdict = new Verdict(mutants, Equivalent.namedOn(Files.readString(page)));
        verdict.missed()
                .forEach(each -> out.println("not noticed: " + each.type() + "." + each.method() + " line "
                        + each.line() + ": " + each.change()));
        out.print(verdict.table());
        return verdict.passed();
    }
}
