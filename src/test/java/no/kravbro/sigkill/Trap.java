package no.kravbro.sigkill;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Onlooker;

/** Looks on at the far sides and strikes the product at the moment it was set for, once. */
final class Trap implements Onlooker, AutoCloseable {

    private static final long NEVER = 0;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Set<String> kinds = new ConcurrentSkipListSet<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "trap");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Aim> aim = new AtomicReference<>();
    private volatile Product product;
    private volatile Point struck;
    private volatile CountDownLatch sprung = new CountDownLatch(1);
    private volatile long firstCall = NEVER;
    private volatile long lastCall = NEVER;

    /** Every kind of call that has come, in alphabetical order. */
    Set<String> kinds() {
        return kinds;
    }

    /** Only looks on, from the first call of this product. */
    void watch(Product prey) {
        set(prey, null);
    }

    void set(Product prey, Aim wanted) {
        struck = null;
        sprung = new CountDownLatch(1);
        product = prey;
        lastCall = NEVER;
        firstCall = NEVER;
        aim.set(wanted);
    }

    /** The same product, to which something has happened that it will notice in a while. */
    void again(Aim wanted, Duration meanwhile) {
        set(product, null);
        lastCall = System.nanoTime() + meanwhile.toNanos();
        aim.set(wanted);
    }

    /** Kills after this time, whatever happens. */
    void setTimer(Product prey, Duration delay) {
        set(prey, null);
        later.schedule(() -> spring(Point.at("any moment", "", delay)), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Until the product is killed, has died by itself, or has asked for nothing so long after its first call.
     *
     * @return where it died, or null when it was not killed
     * @throws IllegalStateException when a product that runs calls nobody for minutes
     */
    Point await(Duration quiet) throws InterruptedException {
        while (!sprung.await(50, TimeUnit.MILLISECONDS)) {
            boolean over = !product.alive() || quietFor(quiet);
            if (over && (aim.get() == null || aim.compareAndSet(aim.get(), null))) {
                return null;
            }
            if (lastCall == NEVER && product.age().compareTo(PATIENCE) > 0) {
                product.kill();
                throw new IllegalStateException("The product runs and does nothing");
            }
        }
        return struck;
    }

    /** True when calls have come, and none for so long. */
    private boolean quietFor(Duration time) {
        long last = lastCall;
        return last != NEVER && System.nanoTime() - last > time.toNanos();
    }

    private Duration sinceFirstCall() {
        long first = firstCall;
        return first == NEVER ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - first);
    }

    @Override
    public boolean sees(String partner, Call call, Stage stage) {
        if (partner.equals("control")) {
            return true;
        }
        if (!partner.equals("webhook")) {
            lastCall = System.nanoTime();
            firstCall = firstCall == NEVER ? lastCall : firstCall;
        }
        String kind = Point.kind(partner, call);
        kinds.add(kind);
        Aim now = aim.get();
        if (now == null || !now.hits(kind, stage, sinceFirstCall()) || !aim.compareAndSet(now, null)) {
            return true;
        }
        Duration delay = now.delay(kind, stage);
        Point point = Point.at(kind, stage.name(), delay);
        if (delay.isZero()) {
            spring(point);
        } else {
            later.schedule(() -> spring(point), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
        return stage != Stage.ARRIVED;
    }

    private void spring(Point point) {
        product.strike();
        struck = point;
        sprung.countDown();
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
