package no.kravbro.sandbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a started sandbox going by itself: runs each job again a pause after it ended. Tests do without. */
public final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private static final Duration LONGEST_JOB = Duration.ofSeconds(10);

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3, job -> {
        Thread thread = new Thread(job, "sandbox-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    public Heartbeat every(Duration pause, Runnable job) {
        threads.scheduleWithFixedDelay(() -> beat(job), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private static void beat(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            // An executor drops a job that throws without a word; a sandbox must say so, and go on.
            LOG.error("Sandbox job failed", e);
        }
    }

    /** Lets running jobs end; an interrupt could hit one in the middle of writing to the store. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_JOB.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A sandbox job has not ended within {}", LONGEST_JOB);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
