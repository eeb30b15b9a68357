package no.kravbro.reconcile.change;

import java.util.Set;
import no.kravbro.delivery.Consequence;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.DeliveryKind;
import no.kravbro.delivery.DeliveryState;
import no.kravbro.delivery.GivenUp;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Timeline;
import org.springframework.stereotype.Component;

/** A timeline tells when an agency has confirmed what it was told; what it cannot take any more is for a person. */
@Component
class ReportFollowed implements Consequence {

    private static final Set<DeliveryKind> REPORTS =
            Set.of(DeliveryKind.REPORT_PAYMENT, DeliveryKind.REVERSE_PAYMENT, DeliveryKind.REPORT_CREDIT);
    private static final Set<String> TOO_LATE = Set.of("CASE_CLOSED", "UNKNOWN_CLAIM");
    private final TooLate tooLate;
    private final Timeline timeline;

    ReportFollowed(TooLate tooLate, Timeline timeline) {
        this.tooLate = tooLate;
        this.timeline = timeline;
    }

    /** Refused because its case had ended, and given up. */
    static boolean isTooLate(Delivery report) {
        return report.state() == DeliveryState.DEAD && TOO_LATE.contains(String.valueOf(report.cause()));
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

    @Override
    public void givenUp(GivenUp givenUp) {
        Delivery delivery = givenUp.delivery();
        boolean late = givenUp.outcome() instanceof Outcome.Rejected rejected && TOO_LATE.contains(rejected.cause());
        if (late && delivery.kind() == DeliveryKind.REVERSE_PAYMENT) {
            tooLate.ask(delivery, Report.parse(delivery.payload()));
        }
    }
}
