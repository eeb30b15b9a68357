package no.kravbro.sigkill;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import no.kravbro.flows.World;

/**
 * Starts the product, lets it work, kills it, starts it again on the same database, as often as asked, now and then stopping it
 * in order instead; then lets it finish. The
 * verdict comes from the far sides' own ledgers. What has been done stands on disk: a run that was cut short goes on.
 */
public final class Chaos implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(1);
    /** Within this time the product sees that time has passed, and does what is due. */
    private static final Duration NOTICED = Duration.ofSeconds(3);

    private static final int FIRST_INVOICES = 4;
    /** How long a stop in order may take. */
    static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private static final int HOURS = 6;
    private static final int LONGEST_TIMER = 9_000;
    private static final int ROUNDS = 40;
    private static final int PARTS = 5;

    private final Path folder;
    private final long seed;
    private final Installation installation;
    private final Ground ground;
    private final Memory memory;
    private final Kills kills;
    private final Stops stops;
    private final Trap trap = new Trap();
    private int rounds;

    /** @param database h2 or postgres */
    Chaos(Path parent, Installation installation, String database, long seed) {
        this.folder = parent.resolve(database + "-" + seed);
        this.seed = seed;
        this.installation = installation;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = World.freePort();
        this.kills = new Kills(folder.resolve("kills.csv"));
        this.stops = new Stops(folder.resolve("stops.csv"));
        this.memory = Memory.in(folder, database);
        this.ground = new Ground(folder, seed, port);
        ground.town().faults().onlooker(trap);
        Site.write(folder, ground.town(), port, memory.url(), memory.user());
    }

    /** Kills until there are so many; prints each. */
    Chaos kill(int wanted, PrintStream out) throws InterruptedException {
        if (ground.claims() == 0) {
            ground.invoices(FIRST_INVOICES);
        }
        while (kills.count() < wanted) {
            Random random = new Random(seed * 1_000_003 + kills.count());
            if (stops.due(kills.count())) {
                stop(random);
            } else {
                out.println(kill(random).line());
            }
        }
        return this;
    }

    private Kill kill(Random random) throws InterruptedException {
        long began = System.nanoTime();
        prepare(random);
        Product product = Product.start(installation, folder);
        aim(product, random);
        Point point = die(product, random);
        Kill kill = new Kill(
                kills.count() + 1,
                point,
                product.age().toMillis(),
                Duration.ofNanos(System.nanoTime() - began).toMillis());
        kills.add(kill);
        return kill;
    }

    /** SIGTERM in the middle of the work. */
    private void stop(Random random) throws InterruptedException {
        prepare(random);
        Product product = Product.start(installation, folder).gently();
        aim(product, random);
        trap.await(QUIET);
        stops.add(product.stop());
    }

    private void prepare(Random random) {
        if (random.nextInt(4) > 0) {
            memory.hoursPass(1);
        }
        ground.invoices(1);
        ground.peopleAct();
        ground.hours(HOURS);
    }

    private void aim(Product product, Random random) {
        if (trap.kinds().isEmpty()) {
            // Once to the end of what there is to do, so that later calls are known too.
            trap.watch(product);
        } else if (random.nextInt(6) == 0) {
            trap.setTimer(product, Duration.ofMillis(random.nextInt(LONGEST_TIMER)));
        } else {
            trap.set(product, Aim.choose(random, trap.kinds(), kills.byKind()));
        }
    }

    private Point die(Product product, Random random) throws InterruptedException {
        Point point = trap.await(QUIET);
        for (int more = 0; point == null && product.alive() && more < PARTS; more++) {
            ground.peopleAct();
            trap.again(Aim.any(random), NOTICED);
            ground.hours(HOURS);
            point = trap.await(QUIET);
        }
        boolean byItself = point == null && !product.alive();
        product.kill();
        product.gone();
        if (byItself) {
            throw new IllegalStateException("The product stopped by itself, see " + folder.resolve("product.log"));
        }
        return point == null ? new Point("nothing to do", "", 0) : point;
    }

    /** Undisturbed now, until everything is done; or too often, when something is stuck. */
    Verdict finish() throws InterruptedException {
        Verdict verdict = Verdict.of(ground, memory);
        while (!verdict.clean() && !verdict.doubled() && rounds < ROUNDS) {
            rounds++;
            memory.hoursPass(HOURS);
            Product product = Product.start(installation, folder);
            trap.watch(product);
            for (int part = 0; part < PARTS; part++) {
                ground.peopleAct();
                ground.hours(HOURS + part);
                trap.await(QUIET);
            }
            product.stop();
            verdict = Verdict.of(ground, memory);
        }
        return verdict;
    }

    Kills kills() {
        return kills;
    }

    Stops stops() {
        return stops;
    }

    Ground ground() {
        return ground;
    }

    int rounds() {
        return rounds;
    }

    @Override
    public void close() {
        trap.close();
        ground.close();
        memory.close();
    }

    /** @param arguments folder, number of kills, h2 or postgres, seed */
    public static void main(String[] arguments) throws InterruptedException {
        Path parent = Path.of(arguments[0]);
        Installation installation = Training.of(Installation.at(Path.of("target/kravbro")));
        String database = arguments[2];
        try (Chaos chaos = new Chaos(parent, installation, database, Long.parseLong(arguments[3]))) {
            Verdict verdict =
                    chaos.kill(Integer.parseInt(arguments[1]), System.out).finish();
            List<String> report = ChaosReport.write(parent, database, chaos, verdict);
            report.forEach(System.out::println);
            boolean stopped = chaos.stops().longest().compareTo(LONGEST_STOP) <= 0;
            if (!verdict.clean() || !stopped) {
                throw new AssertionError(
                        verdict + ", longest stop " + chaos.stops().longest());
            }
        }
    }
}
