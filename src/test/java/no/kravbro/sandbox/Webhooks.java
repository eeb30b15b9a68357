package no.kravbro.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outgoing queue of a partner's events: in order, kept in the store, at most eight attempts with growing pauses of
 * machine time. Faults may lose an event, send it twice or after the next one. What was sent stands in {@link #log()}.
 */
public final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Set<FaultKind> SPOILS =
            EnumSet.of(FaultKind.WEBHOOK_NEVER, FaultKind.WEBHOOK_DUPLICATE, FaultKind.WEBHOOK_OUT_OF_ORDER);
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String partner;
    private final Store store;
    private final Store.Table<Letter> queue;
    private final Faults faults;
    private final Clock machine;
    private final Function<Letter, Map<String, String>> headers;
    private final CallLog log = new CallLog();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** @param headers what a letter is sent with, asked at every attempt (a signature may hold the time) */
    public Webhooks(
            String partner, Store store, Faults faults, Clock machine, Function<Letter, Map<String, String>> headers) {
        this.partner = partner;
        this.store = store;
        this.queue = store.table(partner + "-webhooks", Letter.class);
        this.faults = faults;
        this.machine = machine;
        this.headers = headers;
    }

    /** Puts an event at the end of the queue. */
    public synchronized void post(String id, String event, String url, String body) {
        FaultKind fault =
                faults.strikeEvent(partner, event, SPOILS).map(Fault::kind).orElse(null);
        if (fault == FaultKind.WEBHOOK_NEVER) {
            return;
        }
        Map<String, Letter> late = waiting(true);
        Letter letter = new Letter(id, event, url, body, 0, machine.instant(), fault == FaultKind.WEBHOOK_OUT_OF_ORDER);
        add(letter);
        if (fault == FaultKind.WEBHOOK_DUPLICATE) {
            add(letter);
        }
        late.forEach((key, overtaken) -> {
            queue.remove(key);
            add(overtaken.onTime());
        });
    }

    private void add(Letter letter) {
        queue.put(String.format("%012d", store.next(partner + "-webhooks", 1)), letter);
    }

    /** Sends everything that is due; one call at a time. */
    public void deliver() {
        synchronized (client) {
            waiting(false).forEach((key, letter) -> {
                if (!letter.notBefore().isAfter(machine.instant())) {
                    settle(key, letter, send(letter));
                }
            });
        }
    }

    /** Every attempt that was made, with the answer (null = none came). */
    public CallLog log() {
        return log;
    }

    public List<Letter> waiting() {
        return queue.all();
    }

    private synchronized Map<String, Letter> waiting(boolean late) {
        Map<String, Letter> some = new TreeMap<>();
        queue.keys().forEach(key -> {
            if (queue.get(key).late() == late) {
                some.put(key, queue.get(key));
            }
        });
        return some;
    }

    private synchronized void settle(String key, Letter letter, boolean taken) {
        if (taken || letter.attempts() + 1 == MOST_ATTEMPTS) {
            queue.remove(key);
            return;
        }
        queue.put(key, letter.triedAgain(machine.instant().plusSeconds(1L << letter.attempts())));
    }

    private boolean send(Letter letter) {
        Map<String, String> with = new LinkedHashMap<>(headers.apply(letter));
        with.put("Content-Type", "application/json");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(letter.url()))
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofString(letter.body(), StandardCharsets.UTF_8));
        with.forEach(request::header);
        Reply reply = null;
        faults.seen("webhook", call(letter, with), Onlooker.Stage.ARRIVED);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            reply = new Reply(answer.statusCode(), Map.of(), answer.body());
            faults.seen("webhook", call(letter, with), Onlooker.Stage.ANSWERED);
        } catch (IOException e) {
            LOG.debug("Nobody took event {} of {}: {}", letter.id(), partner, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.add(new LoggedCall(call(letter, with), reply, null));
        return reply != null && reply.status() / 100 == 2;
    }

    private static Call call(Letter letter, Map<String, String> headers) {
        byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
        return new Call("POST", URI.create(letter.url()).getPath(), Map.of(), headers, body);
    }
}
