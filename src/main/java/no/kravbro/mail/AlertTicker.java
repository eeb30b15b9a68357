package no.kravbro.mail;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import no.kravbro.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for alerts again and again while the process runs; on a thread of its own, for a slow mail server must not hold them up. */
@Component
class AlertTicker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertTicker.class);

    private final AlertCaller caller;
    private final Settings.Alert settings;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, job -> {
        Thread made = new Thread(job, "alerts");
        made.setDaemon(true);
        return made;
    });

    AlertTicker(AlertCaller caller, Settings settings) {
        this.caller = caller;
        this.settings = settings.alert();
    }

    @Override
    public void start() {
        if (settings.webhookUrl() != null) {
            long pause = settings.poll().toMillis();
            thread.scheduleWithFixedDelay(this::go, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void go() {
        try {
            caller.go();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            // An executor would drop the round for good. No words of the database: they quote rows.
            LOG.error(
                    "Alerts were not seen to, it is tried again: {}",
                    failed.getClass().getSimpleName());
        }
    }

    /** What is being told is told again by whoever comes next, under the same id. */
    @Override
    public void stop() {
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !thread.isShutdown() && thread.getTaskCount() > 0;
    }
}
