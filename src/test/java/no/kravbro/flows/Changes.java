package no.kravbro.flows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.kravbro.creditor.Job;
import no.kravbro.delivery.Attempts;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.Schedules;
import no.kravbro.sandbox.tripletex.Accountant;
import org.awaitility.Awaitility;

/** What happens with the invoice of a claim that an agency has, and what the agency is told of it. */
public final class Changes {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<DeliveryKind> REPORTS =
            EnumSet.of(DeliveryKind.REPORT_PAYMENT, DeliveryKind.REVERSE_PAYMENT, DeliveryKind.REPORT_CREDIT);

    private final World world;
    private final String creditor;
    private final Accountant accountant;
    private final Journey claim;

    public Changes(World world, String creditor, long company, Journey claim) {
        this.world = world;
        this.creditor = creditor;
        this.accountant = world.town().tripletex().accountant(company);
        this.claim = claim;
    }

    public String key() {
        return claim.key();
    }

    public long ore() {
        return claim.invoice().outstandingOre();
    }

    public long invoice() {
        return claim.invoice().id();
    }

    public Accountant accountant() {
        return accountant;
    }

    private LocalDate today() {
        return world.town().clock().today();
    }

    /** @return id of the voucher */
    public long paid(long ore) {
        return accountant.directPayment(invoice(), today(), ore);
    }

    public void credited(long ore) {
        accountant.partialCredit(invoice(), today(), ore);
    }

    public void writtenOff() {
        accountant.writeOff(invoice(), today());
    }

    public void reversed(long voucher) {
        accountant.reverse(voucher, today());
    }

    /** The product reads what may have changed, as it does every night, and all that follows is done. */
    public Changes look() {
        Schedules schedules = world.bean(Schedules.class);
        Instant before = lastRun(schedules);
        schedules.hint(creditor, Job.CHANGES.name());
        await("changes read", () -> !lastRun(schedules).equals(before));
        await("all told", () -> reports().stream()
                .allMatch(each -> each.state().settled() || each.state() == DeliveryState.DEAD));
        return this;
    }

    private Instant lastRun(Schedules schedules) {
        return schedules
                .find(creditor, Job.CHANGES.name())
                .map(job -> job.lastRunAt() == null ? Instant.MIN : job.lastRunAt())
                .orElseThrow();
    }

    private void await(String what, java.util.concurrent.Callable<Boolean> holds) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    world.agencyWorks();
                    world.hurry();
                    return holds.call();
                });
    }

    public List<Delivery> reports() {
        return world.bean(Deliveries.class).ofClaim(key()).stream()
                .filter(each -> REPORTS.contains(each.kind()))
                .toList();
    }

    /** Kind and end of each report, oldest first. */
    public List<String> told() {
        return reports().stream().map(each -> each.kind() + " " + each.state()).toList();
    }

    /** Every exchange with the agency about the newest report. */
    public List<String> attempts() {
        List<Delivery> all = reports();
        return world.bean(Attempts.class).of(all.get(all.size() - 1).id()).stream()
                .map(attempt -> attempt.purpose() + " " + attempt.outcome())
                .toList();
    }

    /** What persons are asked to do about this claim. */
    public List<String> tasks() {
        return texts("select kind || ' ' || regexp_replace(subject, '[ /].*', '') from task where claim_key = :key"
                + " and state = 'OPEN' order by id");
    }

    public List<String> differences() {
        return texts("select cause from difference where claim_key = :key and state = 'OPEN' order by id");
    }

    private List<String> texts(String sql) {
        return world.sql().sql(sql).param("key", key()).query(String.class).list();
    }
}
