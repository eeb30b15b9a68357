package no.kravbro.mutants;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A change that no test can notice because it changes nothing, as a row of the page on reliability tells it.
 *
 * @param where class and method below {@code no.kravbro}
 * @param change how its description begins
 */
record Equivalent(String where, String change) {

    private static final Pattern ROW = Pattern.compile(
            "^\\| `((?:claim|money|delivery)\\.[\\w.$]+)` \\| ([^|]+) \\| [^|]+ \\|$", Pattern.MULTILINE);

    /** Those that a page names. */
    static List<Equivalent> namedOn(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> new Equivalent(row.group(1), row.group(2)))
                .toList();
    }

    boolean is(Mutant mutant) {
        return where.equals(mutant.type() + "." + mutant.method())
                && mutant.change().startsWith(change);
    }
}
