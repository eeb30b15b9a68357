package no.kravbro.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Holds mutants against the limits: nine of ten noticed in every room, and each one where money balances and deliveries stand. */
final class Verdict {

    private static final long PERCENT = 100;
    private static final long ENOUGH = 90;
    private static final Pattern ALL = Pattern.compile("money\\.(Money|Posting|(Settlement|Proposal)?Voucher)(\\$\\w+)?"
            + "|delivery\\.(Delivery|DeliveryState|Next|Outcome|Verdict)(\\$\\w+)?");

    private final List<Mutant> mutants;
    private final List<Equivalent> equivalents;
    private final StringBuilder table = new StringBuilder(
            "| what | mutants | noticed | equivalent | % | least |\n" + "|---|---:|---:|---:|---:|---:|\n");
    private boolean passed = true;

    Verdict(List<Mutant> mutants, List<Equivalent> equivalents) {
        this.mutants = mutants;
        this.equivalents = equivalents;
        for (String room : List.of("claim", "money", "delivery")) {
            row(room, mutant -> mutant.type().startsWith(room + "."), ENOUGH);
        }
        row(
                "vouchers, states of deliveries",
                mutant -> ALL.matcher(mutant.type()).matches(),
                PERCENT);
    }

    private void row(String name, Predicate<Mutant> which, long least) {
        List<Mutant> of = mutants.stream().filter(which).toList();
        List<Mutant> missed = missed(of);
        long killed = of.stream().filter(Mutant::killed).count();
        long equivalent = of.size() - killed - missed.size();
        long counted = of.size() - equivalent;
        // Rounded down: 89.9 is not 90.
        long tenths = counted == 0 ? 0 : killed * PERCENT * 10 / counted;
        passed &= counted > 0 && tenths >= least * 10;
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d.%d | %d |%n",
                name,
                of.size(),
                killed,
                equivalent,
                tenths / 10,
                tenths % 10,
                least));
    }

    /** Those that nobody noticed, without as many as the page excuses. */
    List<Mutant> missed() {
        return missed(mutants);
    }

    private List<Mutant> missed(List<Mutant> of) {
        List<Equivalent> excuses = new ArrayList<>(equivalents);
        return of.stream()
                .filter(mutant -> !mutant.killed())
                .filter(mutant -> excuses.stream()
                        .filter(excuse -> excuse.is(mutant))
                        .findFirst()
                        .map(excuses::remove)
                        .isEmpty())
                .toList();
    }

    boolean passed() {
        return passed;
    }

    String table() {
        return table.toString();
    }
}
