package no.kravbro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clock that follows another one over HTTP: asks again and again and keeps the distance it last saw, so that a silent
 * far side only stops the jumps, not the time.
 */
final class FollowedClock extends Clock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedClock.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final ScheduledExecutorService asker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "followed-clock");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch answered = new CountDownLatch(1);
    private final URI url;
    private final Clock own;
    private final AtomicReference<Instant> latest = new AtomicReference<>(Instant.MIN);
    private Instant lastTold = Instant.MIN;
    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean silent;

    private FollowedClock(URI url, Clock own) {
        this.url = url;
        this.own = own;
    }

    /** Throws {@link WrongSetting} when there is no usable answer within the patience. */
    static FollowedClock follow(URI url, Clock own, Duration poll, Duration patience) {
        FollowedClock clock = new FollowedClock(url, own);
        clock.asker.scheduleWithFixedDelay(clock::ask, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
        try {
            if (clock.answered.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return clock;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        clock.close();
        throw new WrongSetting(
                "kravbro.clock.url",
                "(" + url + ") has not told the time within " + patience.toSeconds() + " seconds",
                "start the clock there first, it answers {\"now\": \"2026-01-05T08:00:00+01:00\"}");
    }

    /**
     * Between two answers we run on by ourselves and come out ahead, most of all of a far side that stands still or when this
     * machine is too busy to ask. Then time waits: were it to jump back, what was due a moment ago would not be due any more.
     * Whole milliseconds, which every database keeps as they are: one that rounds up would make waiting time never due.
     */
    @Override
    public Instant instant() {
        Instant now = own.instant().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
        return latest.accumulateAndGet(now, FollowedClock::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A far side that tells an earlier time than it told before has been set back, and is followed. */
    private void told(Instant far) {
        ahead = Duration.between(own.instant(), far);
        if (far.isBefore(lastTold)) {
            latest.set(far);
        }
        lastTold = far;
    }

    @Override
    public ZoneId getZone() {
        return own.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Clock followed = this;
        return zone.equals(getZone()) ? followed : new InZone(followed, zone);
    }

    @Override
    public void close() {
        asker.shutdownNow();
    }

    private void ask() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(url).timeout(ANSWER_WITHIN).build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            told(now(answer));
            answered.countDown();
            silent = false;
        } catch (IOException | DateTimeException unusable) {
            complainOnce(unusable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Instant now(HttpResponse<String> answer) throws JsonProcessingException {
        return OffsetDateTime.parse(JSON.readTree(answer.body()).path("now").asText())
                .toInstant();
    }

    private void complainOnce(Exception unusable) {
        if (!silent && answered.getCount() == 0) {
            LOG.warn(
                    "The followed clock {} gives no usable answer ({}); time runs on from its last one",
                    url,
                    unusable.toString());
        }
        silent = true;
    }

    /** The same moment seen from another zone. */
    private static final class InZone extends Clock {
        private final Clock clock;
        private final ZoneId zone;

        InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }
}
