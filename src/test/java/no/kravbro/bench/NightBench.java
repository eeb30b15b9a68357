package no.kravbro.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * What the nightly sync of many small creditors takes: when nothing has changed, and when a payment has come on one invoice of a
 * hundred. Fails when a creditor without changes costs more than three calls.
 */
public final class NightBench {

    private static final int MOST_CALLS = 3;
    private static final int SHARE = 100;

    private final int creditors;
    private final int each;
    private final PrintStream out;

    NightBench(int creditors, int each, PrintStream out) {
        this.creditors = creditors;
        this.each = each;
        this.out = out;
    }

    /** Folder for the product's files and the figures, creditors, claims of each. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (PrintStream file = new PrintStream(Files.newOutputStream(folder.resolve("night.txt")), true)) {
            new NightBench(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), file).run(folder);
        }
        Files.copy(folder.resolve("night.txt"), System.out);
        System.exit(0);
    }

    void run(Path folder) throws IOException {
        int claims = creditors * each;
        Path data = Files.createTempDirectory(folder, "night");
        try (NightSides sides = new NightSides(each);
                Night night = new Night(sides, NightCreditors.write(data, creditors), data, claims)) {
            // The first tells the product what it has not seen of the cases yet.
            night.passes();
            Night.Taken quiet = night.passes();
            told("nothing changed", quiet);
            require(night.agreeing() == claims, "Not all claims agree");
            require(quiet.ofTheSync() <= (long) MOST_CALLS * creditors, "More than three calls a creditor");
            Random dice = new Random(7);
            for (int payment = 0; payment < claims / SHARE; payment++) {
                sides.pays(payment * SHARE + dice.nextInt(SHARE));
            }
            told("a payment on one of a hundred", night.passes());
        }
    }

    private void told(String what, Night.Taken taken) {
        out.printf(
                Locale.ROOT,
                "%s: %d creditors with %d claims, %.3f calls a creditor, %.1f statements, %.2f commits, %.1f s, processor %.1f s%n",
                what,
                creditors,
                each,
                (double) taken.ofTheSync() / creditors,
                (double) taken.statements() / creditors,
                (double) taken.commits() / creditors,
                taken.millis() / 1000.0,
                taken.cpuMillis() / 1000.0);
        out.println("  " + taken.calls());
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalStateException(complaint);
        }
    }
}
