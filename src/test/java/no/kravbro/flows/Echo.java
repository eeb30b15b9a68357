package no.kravbro.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.DueJob;
import no.kravbro.delivery.Schedules;

/** What we have booked of the agency's money is never reported to the agency as a payment. */
final class Echo {

    private Echo() {}

    /** Reads all that may have changed once more; nothing of it is news for an agency. */
    static void none(World world) {
        Map<String, DueJob> before = jobs(world);
        before.keySet().forEach(creditor -> world.bean(Schedules.class).hint(creditor, Job.CHANGES.name()));
        world.untilWithoutPauses("changes read", () -> jobs(world).values().stream()
                .noneMatch(job -> Objects.equals(
                        job.lastRunAt(), before.get(job.creditorId()).lastRunAt())));
        assertThat(world.count("select count(*) from claim_posting where fate = 'OURS'"))
                .as("our own postings that were seen")
                .isPositive();
        assertThat(world.sql()
                        .sql("select fate from claim_posting where fate <> 'OURS'")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(reports(world)).isEmpty();
        assertThat(world.count("select count(*) from task where kind in ('DO_BY_HAND', 'EXPLAIN_POSTING')"))
                .isZero();
    }

    private static List<String> reports(World world) {
        return world.sql()
                .sql(
                        "select delivery_key from delivery where kind in ('REPORT_PAYMENT', 'REVERSE_PAYMENT', 'REPORT_CREDIT')")
                .query(String.class)
                .list();
    }

    private static Map<String, DueJob> jobs(World world) {
        return world.bean(Schedules.class).all().stream()
                .filter(job -> job.job().equals(Job.CHANGES.name()))
                .collect(Collectors.toMap(DueJob::creditorId, Function.identity()));
    }
}
