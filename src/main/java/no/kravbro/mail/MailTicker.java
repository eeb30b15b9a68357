package no.kravbro.mail;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import no.kravbro.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes the round again and again while the process runs; a round that fails is told and tried again. */
@Component
class MailTicker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailTicker.class);
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(20);

    private final MailRound round;
    private final Settings.Mail settings;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, job -> {
        Thread made = new Thread(job, "mail");
        made.setDaemon(true);
        return made;
    });

    MailTicker(MailRound round, Settings settings) {
        this.round = round;
        this.settings = settings.mail();
    }

    @Override
    public void start() {
        if (settings.mode() != Settings.Mail.Mode.OFF) {
            long pause = settings.poll().toMillis();
            thread.scheduleWithFixedDelay(this::go, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void go() {
        try {
            round.go();
        } catch (RuntimeException failed) {
            // An executor would drop the round for good. No words of the database: they quote rows.
            LOG.error(
                    "Mails were not seen to, it is tried again: {}",
                    failed.getClass().getSimpleName());
        }
    }

    /** What is being sent may end; what is not through by then is sent by whoever comes next, under the same message id. */
    @Override
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_ROUND.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A mail was still being sent at the end");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !thread.isShutdown() && thread.getTaskCount() > 0;
    }
}
