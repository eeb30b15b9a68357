package no.kravbro.sandbox;

import java.time.Clock;
import java.util.List;

/** An agency that lives in the sandbox town: by the town's clock, on a port of its own, with troubles of its own. */
public interface Neighbour extends Inhabitant, AutoCloseable {

    /** Its id as an agency, and its name in the plan of faults. */
    String name();

    /** Opens its port. */
    void start();

    /** Settings of the product, {@code key=value}, that point at it; known once it has started. */
    List<String> settings();

    /** What it does without time passing: decides what waits, answers. Called often. */
    void work();

    /** What of all that went over its wire its contract does not know, each complaint once; empty when all was well. */
    List<String> broken();

    /** What it has paid, or will on its day, into the creditors' banks. */
    default List<Payout> payouts() {
        return List.of();
    }

    /** What both sides' machines take for the time of day, where the wire depends on it; tests push it. */
    default void agreeOn(Clock machine) {}

    @Override
    void close();

    /**
     * What the town gives a neighbour that moves in.
     *
     * @param port where to listen, 0 = any free port
     * @param name its id as an agency; a second agency of the same kind has another
     * @param served whose claims it takes
     */
    record Site(
            Store store,
            SandboxClock clock,
            Faults faults,
            int port,
            long seed,
            SandboxTown.Story story,
            String name,
            List<Served> served) {}

    /**
     * A creditor as an agency knows it.
     *
     * @param id what the agency calls it: login, reference
     * @param account bank account that is paid out to
     */
    record Served(String id, String organization, String name, String account) {}
}
