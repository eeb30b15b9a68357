package no.kravbro.flows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.kravbro.claim.Invoice;
import no.kravbro.delivery.Schedules;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.SandboxTown;
import no.kravbro.sandbox.tripletex.TripletexStory;

/**
 * How long claims and payments of one creditor take, in a quiet house and beside others in trouble: an agency that nobody
 * reaches, one that answers after two seconds, a creditor with very many invoices at the same agency, and a token without calls.
 * In turn, in one run. Not a test: nothing fails for being slow.
 */
public final class LatencyBench {

    private static final String MEASURED = "bergvik";
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final int huge;
    private final int each;
    private final PrintStream out;

    private LatencyBench(int huge, int each, PrintStream out) {
        this.huge = huge;
        this.each = each;
        this.out = out;
    }

    /** Milliseconds from being written down to being handed over, and from being received to being matched in the books. */
    record Figures(
            boolean disturbed, long claimMedian, long claimWorst, long paymentMedian, long paymentWorst, long left) {

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%-10s claims median %5d ms, worst %5d ms; payments median %5d ms, worst %5d ms; others' claims still waiting %d",
                    disturbed ? "disturbed" : "quiet",
                    claimMedian,
                    claimWorst,
                    paymentMedian,
                    paymentWorst,
                    left);
        }
    }

    /** Folder for the figures, invoices of the huge creditor, claims and payments measured, pairs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        LatencyBench bench =
                new LatencyBench(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), System.out);
        List<Figures> all = new ArrayList<>();
        for (int pair = 0; pair < Integer.parseInt(arguments[3]); pair++) {
            all.add(bench.run(pair % 2 == 1));
            all.add(bench.run(pair % 2 == 0));
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("latency.json").toFile(), all);
        System.exit(0);
    }

    private Figures run(boolean disturbed) throws InterruptedException {
        SandboxTown town = World.town(SandboxTown.Story.SHOWN, null);
        TripletexStory.bulk(town.tripletex(), TripletexStory.BERGVIK, 2 * each);
        try (World world = World.afterReading(
                town,
                "latency-" + System.nanoTime(),
                "kravbro.creditors-file=src/test/resources/sandbox/creditors.yaml",
                "kravbro.http.answer-timeout=10s")) {
            List<Claimed> accepted = accepted(world);
            if (disturbed) {
                disturb(world);
            }
            Figures figures = measure(world, accepted, disturbed);
            out.println(figures.text());
            return figures;
        }
    }

    private List<Claimed> accepted(World world) {
        Journey.begin(world, MEASURED, Journey.free(world, MEASURED, each));
        world.until("claims accepted", () -> {
            world.hurry();
            return Claimed.untouched(world, MEASURED).size() >= each;
        });
        return Claimed.untouched(world, MEASURED);
    }

    private void disturb(World world) {
        SandboxTown town = world.town();
        town.faults().plan("ecpay", Fault.next(FaultKind.REFUSED, 1));
        town.faults().plan("kk2", Fault.next(FaultKind.SLOW, 0).lasting(SLOW));
        town.faults()
                .weather((partner, call, kinds) -> isLogin(TripletexStory.FJELLHEIM, partner, call)
                        ? Optional.of(Fault.next(FaultKind.TOO_MANY_429, 1).retryAfter(60))
                        : Optional.empty());
        TripletexStory.bulk(town.tripletex(), TripletexStory.NORDLYS, huge);
        for (long company : List.of(TripletexStory.FJELLHEIM, TripletexStory.SKOGLY, TripletexStory.HAVBRIS)) {
            TripletexStory.bulk(town.tripletex(), company, each);
        }
        List.of("nordlys", "fjellheim", "skogly", "havbris")
                .forEach(creditor -> world.bean(Schedules.class).hint(creditor, "SCAN"));
        world.until("the huge creditor's claims wait", () -> waiting(world) > each);
    }

    /** The login of a session begins with the company it acts for. */
    private static boolean isLogin(long company, String partner, Call call) {
        String login = call.headers().getOrDefault("Authorization", "");
        return partner.equals("tripletex")
                && login.startsWith("Basic ")
                && new String(Base64.getDecoder().decode(login.substring(6)), StandardCharsets.UTF_8)
                        .startsWith(company + ":");
    }

    private static long waiting(World world) {
        return world.count("select count(*) from delivery where state not in ('DONE', 'CANCELLED', 'DEAD')"
                + " and creditor_id <> '" + MEASURED + "'");
    }

    private Figures measure(World world, List<Claimed> accepted, boolean disturbed) throws InterruptedException {
        List<Invoice> invoices = Journey.free(world, MEASURED, each);
        List<String> claims = new ArrayList<>();
        List<String> payments = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            claims.add(Journey.begin(world, MEASURED, invoices.subList(i, i + 1))
                    .get(0)
                    .key());
            Claimed paid = accepted.get(i);
            payments.add(Received.of(world, paid, paid.principalOre()).enter().key());
            if (new CountDownLatch(1).await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Nobody opens it");
            }
        }
        long left = waiting(world);
        world.until(
                "all handed over and booked",
                () -> times(world, claims, "SUBMIT_CLAIM", "min").size() == each
                        && times(world, payments, "CLOSE_POSTINGS", "max").size() == each);
        List<Long> claimTimes = times(world, claims, "SUBMIT_CLAIM", "min");
        List<Long> paymentTimes = times(world, payments, "CLOSE_POSTINGS", "max");
        return new Figures(
                disturbed, middle(claimTimes), last(claimTimes), middle(paymentTimes), last(paymentTimes), left);
    }

    /** Of each that has come so far, in order. A payment is received when the delivery of its voucher is written down. */
    private static List<Long> times(World world, List<String> keys, String kind, String attempt) {
        return world.sql()
                .sql("select datediff('MILLISECOND', min(f.created_at), " + attempt
                        + "(a.ended_at)) as millis from delivery d"
                        + " join delivery f on f.delivery_key = d.delivery_key join attempt a on a.delivery_id = d.id"
                        + " where d.delivery_key in (:keys) and d.kind = :kind group by d.delivery_key order by millis")
                .param("keys", keys)
                .param("kind", kind)
                .query(Long.class)
                .list();
    }

    private static long middle(List<Long> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static long last(List<Long> sorted) {
        return sorted.get(sorted.size() - 1);
    }
}
