package no.kravbro.storm;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Fault;
import no.kravbro.sandbox.FaultKind;
import no.kravbro.sandbox.Faults;

/**
 * The trouble on the wires: what a call meets is a function of the seed, of the far side, of what is asked for, and of how
 * often that has been asked before. Threads may change how often something is asked, nothing else.
 */
final class Weather implements Faults.Weather {

    private static final Lots CALLS =
            new Lots("TIMEOUT_AFTER_COMMIT 28, ERROR_500_BEFORE 8, ERROR_500_AFTER 8, REFUSED 3,"
                    + " RESET_BEFORE 5, RESET_AFTER 6, BAD_GATEWAY_502 4, UNAVAILABLE_503 7, TOO_MANY_429 10, TRUNCATED 6, GARBAGE 5,"
                    + " SLOW 4, CROSSED 3, UNAUTHORIZED_401 2, LOCKED_423 1, BAD_REQUEST_400 1, UNPROCESSABLE_422 1");

    /** A question can be refused, but not its content. */
    private static final Lots QUESTIONS = new Lots(
            "ERROR_500_BEFORE 8, RESET_BEFORE 5, TIMEOUT_AFTER_COMMIT 3,"
                    + " BAD_GATEWAY_502 4, UNAVAILABLE_503 7, TOO_MANY_429 10, TRUNCATED 6, GARBAGE 5, SLOW 4, UNAUTHORIZED_401 2");

    private static final Lots EVENTS = new Lots("WEBHOOK_DUPLICATE 3, WEBHOOK_OUT_OF_ORDER 3, WEBHOOK_NEVER 3,"
            + " WEBHOOK_EARLY 2, FILE_HELD_BACK 3, FILE_HALF_WRITTEN 3");
    private static final Lots CURSES = new Lots("ERROR_500_BEFORE 2, UNAVAILABLE_503 2, TOO_MANY_429 1, RESET_BEFORE 1,"
            + " UNPROCESSABLE_422 2, BAD_REQUEST_400 2");

    private static final Duration SHORT = Duration.ofMillis(150);
    private static final int SECONDS_TO_WAIT = 20;

    private final Dice dice;
    private final Rates rates;
    private final Duration tooLong;
    private final Faults faults;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Struck> struck = new ConcurrentLinkedQueue<>();
    private final AtomicInteger writes = new AtomicInteger();
    private volatile boolean blowing = true;

    /** @param tooLong longer than the product waits for an answer */
    Weather(Dice dice, Rates rates, Duration tooLong, Faults faults) {
        this.dice = dice;
        this.rates = rates;
        this.tooLong = tooLong;
        this.faults = faults;
        faults.weather(this);
    }

    /** The storm is over, and what far sides have held back comes out. */
    void end(List<String> partners) {
        blowing = false;
        partners.forEach(faults::clear);
    }

    List<Struck> struck() {
        return List.copyOf(struck);
    }

    /** Calls that were to change something while the storm lasted, struck or not. */
    int writes() {
        return writes.get();
    }

    @Override
    public Optional<Fault> meets(String partner, Call call, Predicate<FaultKind> kinds) {
        if (!blowing || partner.equals("control")) {
            return Optional.empty();
        }
        if (call.method().equals("EVENT")) {
            return event(partner, call, kinds);
        }
        Asked what = new Asked(partner, call);
        boolean write = what.write();
        if (write) {
            writes.incrementAndGet();
        }
        Optional<FaultKind> kind = write ? onWrite(what, kinds) : roll(what, rates.reads(), QUESTIONS, kinds);
        kind.ifPresent(each ->
                struck.add(new Struck(partner, each, write, !what.keys().isEmpty(), call.path() + " " + call.text())));
        return kind.map(each -> fault(partner, each, what));
    }

    private Optional<Fault> event(String partner, Call call, Predicate<FaultKind> kinds) {
        String name = partner + " " + call.path();
        int number = number(name);
        if (dice.of(name, number) >= rates.events()) {
            return Optional.empty();
        }
        Optional<FaultKind> kind = EVENTS.draw(dice.of(name, number, "kind"), kinds);
        kind.ifPresent(each -> struck.add(new Struck(partner, each, false, false, name)));
        return kind.map(each -> Fault.next(each, 1));
    }

    private Optional<FaultKind> onWrite(Asked what, Predicate<FaultKind> kinds) {
        for (String key : what.keys()) {
            if (dice.of("cursed", key) < rates.cursed()) {
                return CURSES.draw(dice.of("curse", key), kinds);
            }
        }
        return roll(what, rates.writes(), CALLS, kinds);
    }

    private Optional<FaultKind> roll(Asked what, double rate, Lots lots, Predicate<FaultKind> kinds) {
        String name = what.name();
        int number = number(name);
        return dice.of(name, number) < rate ? lots.draw(dice.of(name, number, "kind"), kinds) : Optional.empty();
    }

    private int number(String name) {
        return asked.computeIfAbsent(name, key -> new AtomicInteger()).incrementAndGet();
    }

    private Fault fault(String partner, FaultKind kind, Asked what) {
        return switch (kind) {
            case REFUSED -> nobodyListens(partner);
            case TIMEOUT_AFTER_COMMIT -> Fault.next(kind, 1).lasting(tooLong);
            case SLOW -> Fault.next(kind, 1).lasting(SHORT);
            case TOO_MANY_429 ->
                dice.of(what.name(), "header") < 0.5
                        ? Fault.next(kind, 1).retryAfter(SECONDS_TO_WAIT)
                        : Fault.next(kind, 1);
            default -> Fault.next(kind, 1);
        };
    }

    /** The port is shut for a moment, for whoever else calls now too; this call is cut off. */
    private Fault nobodyListens(String partner) {
        CompletableFuture.runAsync(
                () -> faults.plan(partner, Fault.next(FaultKind.REFUSED, 1).lasting(SHORT)));
        return Fault.next(FaultKind.RESET_BEFORE, 1);
    }
}
