package no.kravbro.reconcile.change;

import java.time.Clock;
import java.util.Set;
import no.kravbro.agency.Action;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import no.kravbro.delivery.Timeline;
import org.springframework.stereotype.Component;

/** A timeline tells when an agency has confirmed what it was told; what it cannot take any more is for a person. */
@Component
class ReportFollowed implements Consequence {

    private static final Set<DeliveryKind> REPORTS =
            Set.of(DeliveryKind.REPORT_PAYMENT, DeliveryKind.REVERSE_PAYMENT, DeliveryKind.REPORT_CREDIT);
    private static final Set<String> TOO_LATE = Set.of("CASE_CLOSED", "UNKNOWN_CLAIM");
    private static final int DAYS = 3;

    private final Tasks tasks;
    private final Timeline timeline;
    private final Clock clock;

    ReportFollowed(Tasks tasks, Timeline timeline, Clock clock) {
        this.tasks = tasks;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public boolean concerns(DeliveryKind kind) {
        return REPORTS.contains(kind);
    }

    @Override
    public void accepted(Delivery delivery, Outcome.Accepted outcome) {
        timeline.note(
                delivery.claimKey(),
                delivery.kind().name(),
                Report.parse(delivery.payload()).event());
    }

    /** A payment that has bounced on a case that is closed: only a person can settle that with the agency. */
    @Override
    public void givenUp(GivenUp givenUp) {
        Delivery delivery = givenUp.delivery();
        boolean late = givenUp.outcome() instanceof Outcome.Rejected rejected && TOO_LATE.contains(rejected.cause());
        if (late && delivery.kind() == DeliveryKind.REVERSE_PAYMENT) {
            Report report = Report.parse(delivery.payload());
            tasks.open(new NewTask(
                    TaskKind.DO_BY_HAND,
                    Action.REVERSE_PAYMENT + " " + report.key() + " " + report.event(),
                    delivery.creditorId(),
                    report.key(),
                    delivery.target(),
                    "%s takes back %s; the case is closed".formatted(report.event(), report.reverses()),
                    OsloDay.today(clock).plusDays(DAYS)));
        }
    }
}
