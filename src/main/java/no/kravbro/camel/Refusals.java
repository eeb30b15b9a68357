package no.kravbro.camel;

import java.util.List;
import java.util.Map;
import no.kravbro.deadletter.DeadLetters;
import no.kravbro.delivery.Deliveries;
import no.kravbro.delivery.Delivery;
import no.kravbro.delivery.Outcome;
import no.kravbro.delivery.Run;
import no.kravbro.delivery.Work;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Refuses one member of a batch before anything is sent; the others go on without it. */
@Component
class Refusals {

    private final Deliveries deliveries;
    private final DeadLetters letters;
    private final RunningBundle bundle;

    Refusals(Deliveries deliveries, DeadLetters letters, RunningBundle bundle) {
        this.deliveries = deliveries;
        this.letters = letters;
        this.bundle = bundle;
    }

    void refuse(Exchange exchange, Work work, Delivery member, String cause, String detail) {
        Work alone = new Work(
                work.transmissionId(),
                work.stored(),
                work.kind(),
                work.purpose(),
                work.target(),
                work.creditorId(),
                work.receipt(),
                work.holder(),
                List.of(member));
        Run run = new Run(bundle.version(), exchange.getFromRouteId());
        deliveries
                .record(alone, Map.of(member.id(), new Outcome.Rejected(cause, detail)), run)
                .forEach(givenUp -> letters.bury(givenUp, run));
    }
}
