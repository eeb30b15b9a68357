package no.kravbro.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import no.kravbro.flows.World;
import no.kravbro.sandbox.SandboxTown;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.quartz.Scheduler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole product in the whole town, where nothing happens by itself: days pass when they are pushed, then what is due is done
 * in its order, by one thread, until nothing is. A day takes milliseconds, and the same days are lived in the same way.
 */
public final class DrivenTown implements AutoCloseable {

    private static final int ROUNDS = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration WAITS = Duration.ofMinutes(45);
    private static final Duration RESTART = Duration.ofMinutes(1);

    private final Ground ground;
    private Hour kept;
    private Instant keptAt;
    private Runnable before = () -> {};

    /** Started for the first time, and at rest. */
    public DrivenTown(String name) {
        ground = new Ground(name);
        if (!ground.world
                .bean(CamelContext.class)
                .getRegistry()
                .findByType(Scheduler.class)
                .isEmpty()) {
            throw new IllegalStateException("Another scheduler than Camel's own ticks by itself");
        }
        ground.wires.begin(Weather.FAIR);
        start(Strike.NEVER);
        rest();
    }

    public SandboxTown town() {
        return ground.town;
    }

    public World world() {
        return ground.world;
    }

    /** Looks into the product's tables without being part of it. */
    public JdbcClient eyes() {
        return ground.driver().eyes();
    }

    /** Of all jobs only these are due from now on, and only this creditor's. */
    public void onlyDue(String creditor, String... jobs) {
        ground.onlyDue(creditor, jobs);
    }

    /** This job is due now, as if its hour had come. */
    public void due(String creditor, String job) {
        ground.due(creditor, job);
    }

    /** So many of a hundred calls meet trouble, which the seed chooses, until {@link #fair}. */
    public void storm(long seed, int percent) {
        ground.wires.begin(Weather.stormy(new Random(seed), percent, Integer.MAX_VALUE));
    }

    /** The accounting system does not answer, until {@link #fair}. */
    public void booksAreSilent() {
        ground.wires.begin((number, call) -> call.contains("/v2/") ? Trouble.REFUSED : null);
    }

    /** Nothing comes in by this job until it is due again. */
    public void rests(String creditor, String job) {
        eyes().sql(
                        "update schedule set due_at = due_at + interval '400' day where creditor_id = :creditor and job = :job")
                .param("creditor", creditor)
                .param("job", job)
                .update();
    }

    public void fair() {
        ground.wires.begin(Weather.FAIR);
    }

    /** The process will end after so many things it does to the world outside, and be started again. */
    public void endsAfter(int effects) {
        start(new Strike(effects));
    }

    /** A product that books nothing and does not notice, to prove that others do. */
    public void booksNothing(boolean on) {
        ground.sabotage.booksNothing(on);
    }

    /** What the debtor of this claim pays its agency now. */
    public void debtorPays(String agency, String key, long ore) {
        Agencies.debtorPays(ground.town, agency, key, ore);
    }

    /** Everything as it stands, to be had again by {@link #rewind}. */
    public void keep() {
        kept = new Hour(ground);
        kept.keep();
        keptAt = ground.town.clock().instant();
    }

    public void rewind() {
        kept.rewind();
        ground.town.clock().backTo(keptAt);
        ground.throwsTheSameDice();
        fair();
        start(Strike.NEVER);
    }

    /** A day passes for everybody, and all that is due is done. */
    public void day() {
        days(1);
    }

    /** Days pass for everybody while the product does not run; then all that has become due is done. */
    public void days(int days) {
        ground.town.control().advanceDays(days);
        Instant now = ground.town.clock().instant();
        if (ground.machine.instant().isBefore(now)) {
            ground.machine.set(now);
        }
        rest();
    }

    /** It is this moment for everybody; then all that has become due is done. */
    public void until(Instant moment) {
        ground.town.clock().advance(Duration.between(ground.town.clock().instant(), moment));
        ground.town.control().tick();
        if (ground.machine.instant().isBefore(moment)) {
            ground.machine.set(moment);
        }
        rest();
    }

    /** All that is due is done; what waits for its time is waited for, for less than an hour. */
    public void rest() {
        Instant until = ground.machine.instant().plus(WAITS);
        for (int round = 0; round < ROUNDS; round++) {
            ground.machine.pass(Duration.ofMillis(1));
            if (!goesOn(until)) {
                return;
            }
        }
        throw new IllegalStateException("The product never comes to rest");
    }

    /** What a test does right before each thing that the product does. */
    public void beforeEach(Runnable something) {
        before = something;
    }

    private boolean goesOn(Instant until) {
        before.run();
        if (ground.fate.isDead()) {
            ground.machine.pass(RESTART);
            start(Strike.NEVER);
            return true;
        }
        if (ground.driver().step() || ground.fate.isDead()) {
            return true;
        }
        ground.town.work();
        ground.doorbell.quiet();
        if (ground.fate.isDead() || ground.driver().step() || ground.fate.isDead()) {
            return true;
        }
        Optional<Instant> next = ground.driver().next().filter(moment -> moment.isBefore(until));
        next.ifPresent(ground.machine::set);
        return next.isPresent();
    }

    private void start(Strike strike) {
        if (!ground.driver().isDrained()) {
            Awaitility.await("nothing of the dead process is under way")
                    .atMost(PATIENCE)
                    .until(ground.driver()::isDrained);
        }
        Memory.forget(ground.world);
        ground.fate.begin(strike);
    }

    @Override
    public void close() {
        ground.close();
    }
}
