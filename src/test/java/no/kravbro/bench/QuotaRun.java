package no.kravbro.bench;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The product against a token that may make so many calls a minute, with more payments to book than that: how much of what it
 * may is used, minute by minute, and how much is refused. In real minutes.
 */
final class QuotaRun {

    private static final int LIMIT = 600;
    private static final int CLAIMS = 2000;

    private final FarSide farSide;
    private final PrintStream out;

    QuotaRun(FarSide farSide, PrintStream out) {
        this.farSide = farSide;
        this.out = out;
    }

    /** What became of the quota. @param used part of the calls that it allowed; @param refused part of all calls */
    record Figures(boolean resetHeader, int minutes, int limit, double used, double refused) {

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%d calls a minute, %s reset header, %d minutes: %.1f %% used, %.2f %% answered 429",
                    limit,
                    resetHeader ? "with" : "without",
                    minutes,
                    100 * used,
                    100 * refused);
        }
    }

    Figures run(Child product, boolean resetHeader, int minutes) throws InterruptedException {
        farSide.offers(CLAIMS, 0);
        product.ask("claims " + CLAIMS);
        Quota quota = new Quota(Clock.systemUTC(), LIMIT, resetHeader);
        farSide.limit(quota);
        product.order("payments " + CLAIMS);
        // A latch nobody opens: it only waits, and a signal to end ends it.
        if (new CountDownLatch(1).await(minutes, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Nobody opens it");
        }
        Quota.Use use = quota.use();
        product.kill();
        farSide.limit(null);
        double allowed = (double) LIMIT * minutes;
        Figures figures = new Figures(
                resetHeader,
                minutes,
                LIMIT,
                use.answered() / allowed,
                (double) use.refused() / (use.answered() + use.refused()));
        out.println(figures.text());
        return figures;
    }
}
