package no.kravbro.sandbox.autocollect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.kravbro.sandbox.Call;
import no.kravbro.sandbox.Reply;
import no.kravbro.sandbox.SandboxClock;
import no.kravbro.sandbox.autocollect.BatchRow.BatchStatus;

/** Takes writes as batches, once per idempotency key, and decides them later. */
final class Writes {

    private static final long FIRST_BATCH = 42;
    private static final int LONGEST_KEY = 64;

    private final AutoCollectSettings settings;
    private final SandboxClock clock;
    private final Memory memory;
    private final Events events;
    private final Map<String, Work> works;

    /** @param works by the last word of their path */
    Writes(AutoCollectSettings settings, SandboxClock clock, Memory memory, Events events, Map<String, Work> works) {
        this.settings = settings;
        this.clock = clock;
        this.memory = memory;
        this.events = events;
        this.works = works;
    }

    /** @param path the path after the organisation */
    Reply enter(Organization organization, String path, Call call) {
        try {
            return take(organization, path, call);
        } catch (ApiError e) {
            // The contract knows no 400 for actions on a case: what is malformed there is refused with 422.
            throw path.startsWith("cases/") ? e.asUnprocessable() : e;
        }
    }

    private Reply take(Organization organization, String path, Call call) {
        String key = call.headers().get("IdempotencyKey");
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw ApiError.badRequest("Header with 1 to 64 characters is required", "IdempotencyKey");
        }
        for (BatchRow batch : memory.batchesOf(organization.id())) {
            if (batch.idempotencyKey().equals(key)) {
                return again(batch, path, call);
            }
        }
        Work work = work(path);
        JsonNode body = Json.read(call.text());
        work.check(organization, path, body);
        BatchRow batch = queued(organization, work, path, key, call.text());
        memory.batches.put(batch.batchId(), batch);
        return accepted(batch, call);
    }

    private static Reply again(BatchRow first, String path, Call call) {
        if (first.path().equals(path) && first.body().equals(call.text())) {
            return accepted(first, call);
        }
        throw ApiError.unprocessable("IDEMPOTENCY_KEY", "The key was used with another body", "IdempotencyKey");
    }

    private BatchRow queued(Organization organization, Work work, String path, String key, String body) {
        return new BatchRow(
                Memory.id("b7a1c0de", memory.next("batch", FIRST_BATCH)),
                organization.id(),
                work.type(),
                BatchStatus.QUEUED,
                clock.instant(),
                null,
                key,
                path,
                body,
                settings.machine().instant().plus(settings.batchDelay()),
                List.of());
    }

    private static Reply accepted(BatchRow batch, Call call) {
        String url = "http://" + call.headers().getOrDefault("Host", "localhost") + AutoCollectSandbox.BASE + "/orgs/"
                + batch.organizationId() + "/batches/" + batch.batchId();
        return Json.data(202, Json.object("batchId", batch.batchId(), "batchUrl", url));
    }

    /** Decides all batches that have waited long enough, or all there are. */
    void process(boolean all) {
        Instant machine = settings.machine().instant();
        for (BatchRow batch : memory.batches.all()) {
            if (batch.status() == BatchStatus.QUEUED && (all || !batch.dueAt().isAfter(machine))) {
                decide(batch);
            }
        }
    }

    private void decide(BatchRow batch) {
        Organization organization = settings.organizations().stream()
                .filter(one -> one.id().equals(batch.organizationId()))
                .findFirst()
                .orElseThrow();
        Instant at = clock.instant();
        List<BatchItem> items = work(batch.path()).process(organization, batch, Json.read(batch.body()), at);
        BatchRow finished = batch.finished(at, items);
        memory.batches.put(finished.batchId(), finished);
        events.batchCompleted(finished);
    }

    private Work work(String path) {
        return works.get(path.substring(path.lastIndexOf('/') + 1));
    }
}
