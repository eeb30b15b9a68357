package no.kravbro.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The plan of troubles of all sandboxes, set by tests and by the control page. Same seed, same calls: same troubles. */
public final class Faults {

    /** A held answer that nobody releases goes out after this, so that no thread waits for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Random random;
    private final List<Planned> plan = new ArrayList<>();
    private final Map<String, Gate> gates = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> holds = new ConcurrentHashMap<>();
    private volatile Weather weather = (partner, call, kinds) -> Optional.empty();

    private volatile Onlooker onlooker = (partner, call, stage) -> true;

    /** The port of a partner, which can be shut. */
    public interface Gate {
        void shut(Duration atMost);

        void open();
    }

    /** Trouble that is not planned call by call: asked about each call, and each event, that no planned fault strikes. */
    public interface Weather {

        /** @param call an event has the method EVENT, and its name as path */
        Optional<Fault> meets(String partner, Call call, Predicate<FaultKind> kinds);
    }

    private static final class Planned {
        private final String partner;
        private final Fault fault;
        private int left;

        private Planned(String partner, Fault fault) {
            this.partner = partner;
            this.fault = fault;
            this.left = fault.times();
        }
    }

    public Faults(long seed) {
        this.random = new Random(seed);
    }

    public void gate(String partner, Gate gate) {
        gates.put(partner, gate);
    }

    /** From now on this one sees every call. */
    public void onlooker(Onlooker now) {
        onlooker = now;
    }

    /** Tells the onlooker. @return false when the call is not to be processed */
    public boolean seen(String partner, Call call, Onlooker.Stage stage) {
        return onlooker.sees(partner, call, stage);
    }

    /** From now on this weather, over all partners; {@link #clear} does not end it. */
    public void weather(Weather now) {
        weather = now;
    }

    /** Adds a fault for a partner; the earliest matching one strikes. REFUSED works at once. */
    public void plan(String partner, Fault fault) {
        if (fault.kind() != FaultKind.REFUSED) {
            synchronized (this) {
                plan.add(new Planned(partner, fault));
            }
            return;
        }
        Gate gate = gates.get(partner);
        if (gate == null) {
            throw new IllegalArgumentException("No sandbox named " + partner);
        }
        gate.shut(fault.delay());
    }

    /** The fault this call meets, if any; it counts as used. */
    public Optional<Fault> strike(String partner, Call call) {
        return strike(partner, call, kind -> !kind.event());
    }

    /** As above, only for kinds that it asks for: a wire on which some trouble comes before and some after. */
    public Optional<Fault> strike(String partner, Call call, Predicate<FaultKind> kinds) {
        Optional<Fault> planned = strike(partner, call.method(), call.path(), kinds);
        return planned.isPresent() ? planned : weather.meets(partner, call, kinds);
    }

    /** The fault of one of these kinds that this event of the partner meets, if any; it counts as used. */
    public Optional<Fault> strikeEvent(String partner, String event, Set<FaultKind> kinds) {
        Optional<Fault> planned = strike(partner, null, event, kinds::contains);
        return planned.isPresent()
                ? planned
                : weather.meets(partner, new Call("EVENT", event, Map.of(), Map.of(), new byte[0]), kinds::contains);
    }

    private synchronized Optional<Fault> strike(
            String partner, String method, String path, Predicate<FaultKind> kinds) {
        for (Iterator<Planned> all = plan.iterator(); all.hasNext(); ) {
            Planned planned = all.next();
            Fault fault = planned.fault;
            if (planned.partner.equals(partner)
                    && kinds.test(fault.kind())
                    && fault.matches(method, path)
                    && random.nextInt(100) < fault.percent()) {
                if (planned.left > 0 && --planned.left == 0) {
                    all.remove();
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** Ends all trouble of a partner: its plan is dropped, held answers go out, its port opens. */
    public void clear(String partner) {
        synchronized (this) {
            plan.removeIf(planned -> planned.partner.equals(partner));
        }
        release(partner);
        Gate gate = gates.get(partner);
        if (gate != null) {
            gate.open();
        }
    }

    /** Lets every held answer of the partner go out. */
    public void release(String partner) {
        CountDownLatch hold = holds.remove(partner);
        if (hold != null) {
            hold.countDown();
        }
    }

    /** Waits until released, or until the delay is over. */
    public void hold(String partner, Duration delay) throws InterruptedException {
        CountDownLatch hold = holds.computeIfAbsent(partner, name -> new CountDownLatch(1));
        Duration most = delay == null ? LONGEST : delay;
        if (!hold.await(most.toMillis(), TimeUnit.MILLISECONDS) && delay == null) {
            throw new IllegalStateException("Nobody released the held answer of " + partner);
        }
    }

    /** What is still to come, in words. */
    public synchronized List<String> planned() {
        return plan.stream()
                .map(planned -> planned.partner + " " + planned.fault.kind() + " x" + planned.left)
                .toList();
    }
}
