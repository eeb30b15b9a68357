package no.kravbro.contract;

import static org.assertj.core.api.Assertions.assertThat;

import no.kravbro.delivery.DeliveryState;
import no.kravbro.flows.Journey;
import no.kravbro.sandbox.FaultKind;
import org.junit.jupiter.api.Test;

/**
 * Agencies that take a batch of claims, decide it later and tell of it by an event, which is neither needed nor harmful.
 */
abstract class LateVerdictContractTest<W extends EventAgencyWorld> extends BatchContractTest<W> {

    @Test
    void acceptedByTheEventAlone() {
        Journey claim = handOver().until(DeliveryState.HANDED_OVER);
        assertThat(agency.claims(claim.key())).isZero();
        agency.decides();
        agency.tells();
        // No hurry: the event alone brings it about.
        claim.until(DeliveryState.DONE);
        accepted(claim, 1);
    }

    @Test
    void theEventOvertakesTheAnswer() {
        agency.eventMeets(FaultKind.WEBHOOK_EARLY);
        Journey claim = handOver().end();
        accepted(claim, 1);
        assertThat(claim.attempts()).containsExactly("SEND HANDED_OVER", "INQUIRE ACCEPTED");
    }

    @Test
    void theEventNeverComes() {
        agency.eventMeets(FaultKind.WEBHOOK_NEVER);
        Journey claim = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        agency.tells();
        assertThat(claim.delivery().state()).isEqualTo(DeliveryState.HANDED_OVER);
        accepted(claim.next(), 1);
    }

    @Test
    void theEventComesTwiceAndAgain() {
        agency.eventMeets(FaultKind.WEBHOOK_DUPLICATE);
        Journey claim = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        agency.tells();
        claim.until(DeliveryState.DONE);
        agency.tellsAgain();
        accepted(claim, 1);
        assertThat(claim.attempts()).containsExactly("SEND HANDED_OVER", "INQUIRE ACCEPTED");
    }

    @Test
    void theEventsComeInTheWrongOrder() {
        agency.eventMeets(FaultKind.WEBHOOK_OUT_OF_ORDER);
        Journey first = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        Journey second = handOver().until(DeliveryState.HANDED_OVER);
        agency.decides();
        agency.tells();
        accepted(first.until(DeliveryState.DONE), 1);
        accepted(second.until(DeliveryState.DONE), 1);
    }
}
