package no.kravbro.corpus;

import java.time.Instant;
import java.time.OffsetDateTime;
import no.kravbro.delivery.DueJob;
import no.kravbro.delivery.Schedules;
import no.kravbro.flows.World;
import org.apache.camel.ProducerTemplate;

/** Runs a reading now, whoever takes it, and tells how it ended. */
record Reading(World world, Feed feed) {

    private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2026-01-01T00:00:00Z");

    String run() {
        Instant last = job().lastRunAt();
        world.sql()
                .sql(
                        "update schedule set due_at = :now, not_before = null where creditor_id = :creditor and job = :job")
                .param("now", LONG_AGO)
                .param("creditor", feed.creditor())
                .param("job", feed.job())
                .update();
        world.bean(ProducerTemplate.class).send("direct:schedule.run", exchange -> {});
        world.until("read", () -> job().holder() == null && !job().lastRunAt().equals(last));
        return job().lastResult();
    }

    private DueJob job() {
        return world.bean(Schedules.class).find(feed.creditor(), feed.job()).orElseThrow();
    }
}
