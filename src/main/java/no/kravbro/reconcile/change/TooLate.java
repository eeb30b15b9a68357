package no.kravbro.reconcile.change;

import java.time.Clock;
import no.kravbro.agency.Action;
import no.kravbro.claim.OsloDay;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.NewTask;
import no.kravbro.delivery.TaskKind;
import no.kravbro.delivery.Tasks;
import org.springframework.stereotype.Component;

/** A payment has bounced on a case that is closed: only a person can settle that with the agency. */
@Component
class TooLate {

    private static final int DAYS = 3;

    private final Tasks tasks;
    private final Clock clock;

    TooLate(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    void ask(Delivery delivery, Report report) {
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
