package no.kravbro.storm;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long this machine has stood still at most: a simulated partner that got no processor meanwhile has answered too late, and
 * the storm knows nothing of it.
 */
final class Stalls implements AutoCloseable {

    private static final long EVERY_MS = 50;

    private final AtomicLong longest = new AtomicLong();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "stalls");
        thread.setDaemon(true);
        return thread;
    });
    private long last = System.nanoTime();

    Stalls() {
        looks.scheduleAtFixedRate(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        longest.accumulateAndGet(now - last, Math::max);
        last = now;
    }

    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
