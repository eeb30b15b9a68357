package no.kravbro.console;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import no.kravbro.access.Access;
import no.kravbro.access.User;
import no.kravbro.access.Users;
import no.kravbro.api.Body;
import no.kravbro.api.PulseApi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells pages that are looked at that something has happened. As many lines as there are at most; each ends with its session,
 * with a change of its person, after some minutes, and when the process stops. A page that has none is complete all the same.
 */
@Component
class LiveLines implements SmartLifecycle {

    static final int MOST = 200;
    /** Pages that one session has open at once; the newest is told, and the oldest asks now and then instead. */
    static final int MOST_OF_ONE = 10;

    private static final Logger LOG = LoggerFactory.getLogger(LiveLines.class);
    private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(10);
    private static final long LOOK_MILLIS = 2_000;
    /** Looks between two signs of life, by which lines that nobody holds any more are found. */
    private static final int BEAT = 8;

    private final PulseApi pulse;
    private final Users users;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService looking;
    private volatile boolean open;
    private String last = "";
    private int looks;
    private final AtomicLong opened = new AtomicLong();

    LiveLines(PulseApi pulse, Users users) {
        this.pulse = pulse;
        this.users = users;
    }

    private record Line(long number, SseEmitter emitter, Visitor visitor, HttpSession session) {}

    /** Throws 503 where there are too many, or when the process stops: the page asks now and then instead. */
    SseEmitter open(Visitor visitor, HttpSession session) {
        if (!open || lines.size() >= MOST) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        // Before the line is there: one whose counts fail would never end.
        Map<String, Long> counts = pulse.counts(visitor.caller());
        Line line = new Line(opened.incrementAndGet(), new SseEmitter(LONGEST_MILLIS), visitor, session);
        line.emitter().onTimeout(line.emitter()::complete);
        line.emitter().onCompletion(() -> lines.remove(line));
        line.emitter().onError(broken -> lines.remove(line));
        lines.add(line);
        letOldestGo(session);
        tell(line, counts);
        return line.emitter();
    }

    /** Most of them are of pages that were left: that nobody listens any more shows only when one is spoken to. */
    private void letOldestGo(HttpSession session) {
        List<Line> theirs = theirs(session);
        for (Line line : theirs.subList(0, Math.max(0, theirs.size() - MOST_OF_ONE))) {
            send(line, SseEmitter.event().name("enough").data(""));
            end(line);
        }
    }

    private List<Line> theirs(HttpSession session) {
        return lines.stream()
                .filter(line -> line.session().getId().equals(session.getId()))
                .sorted(Comparator.comparingLong(Line::number))
                .toList();
    }

    int lines() {
        return lines.size();
    }

    /** The lines of a session, oldest first. */
    List<SseEmitter> of(HttpSession session) {
        return theirs(session).stream().map(Line::emitter).toList();
    }

    /** One look at what has happened. */
    void look() {
        try {
            String mark = pulse.mark();
            boolean changed = !mark.equals(last);
            last = mark;
            looks++;
            if (changed || looks % BEAT == 0) {
                tell(changed);
            }
        } catch (RuntimeException e) {
            // An executor would never look again.
            LOG.warn(
                    "Pages are not told that something has happened: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Tells every page as if something had happened; lines whose session or person is no more end. */
    void tellAnew() {
        tell(true);
    }

    private void tell(boolean changed) {
        Map<String, Boolean> same = new HashMap<>();
        Map<Access, Map<String, Long>> counts = new HashMap<>();
        for (Line line : lines) {
            if (!isAlive(line.session())
                    || !same.computeIfAbsent(line.visitor().user().name(), each -> isSame(line))) {
                end(line);
            } else if (changed) {
                tell(
                        line,
                        counts.computeIfAbsent(
                                line.visitor().access(),
                                each -> pulse.counts(line.visitor().caller())));
            } else {
                send(line, SseEmitter.event().comment("alive"));
            }
        }
    }

    private boolean isSame(Line line) {
        User then = line.visitor().user();
        return users.find(then.name())
                .filter(User::active)
                .filter(now -> now.version() == then.version())
                .isPresent();
    }

    private static boolean isAlive(HttpSession session) {
        try {
            return session.getCreationTime() > 0;
        } catch (IllegalStateException ended) {
            return false;
        }
    }

    private void tell(Line line, Map<String, Long> counts) {
        send(line, SseEmitter.event().name("counts").reconnectTime(LOOK_MILLIS).data(Body.write(counts)));
    }

    private void end(Line line) {
        lines.remove(line);
        try {
            line.emitter().complete();
        } catch (IllegalStateException broken) {
            // Its page has gone this moment, and the web server has ended it already.
            LOG.debug("A line had ended", broken);
        }
    }

    /** A line that is broken is let go; its page begins another. */
    private void send(Line line, SseEmitter.SseEventBuilder event) {
        try {
            line.emitter().send(event);
        } catch (IOException | IllegalStateException broken) {
            lines.remove(line);
        }
    }

    @Override
    public void start() {
        open = true;
        looking = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live-lines");
            thread.setDaemon(true);
            return thread;
        });
        looking.scheduleWithFixedDelay(this::lookIfAnybody, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void lookIfAnybody() {
        if (!lines.isEmpty()) {
            look();
        }
    }

    /** Before the web server waits for requests to end: these would not. */
    @Override
    public void stop() {
        open = false;
        looking.shutdownNow();
        lines.forEach(this::end);
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
